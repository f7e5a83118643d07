import type { z } from 'zod'
import { foreignText } from '#genauth/foreign-text.ts'

type Issue = z.core.$ZodIssue

/**
 * The first thing wrong with what came in, in a sentence for a person that names the field.
 * @param what `body`, `query` or `address`: what the fields stand in.
 */
export function understandable(error: z.ZodError, input: unknown, what: string): string {
  const [issue] = error.issues
  if (!issue) return `The ${what} is not valid.`
  if (issue.code === 'unrecognized_keys') {
    return `${quoted(issue.keys[0] ?? '')} is not a field of this ${what}.`
  }
  if (issue.path.length === 0) return `The ${what} must be a JSON object.`
  const field = quoted(named(issue.path))
  if (issue.code === 'invalid_type' && valueAt(input, issue.path) === undefined) {
    return `${field} is missing.`
  }
  return `${field} ${complaint(issue)}.`
}

function complaint(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected}`
    case 'too_small':
      return `must ${measure(issue.origin, 'at least', Number(issue.minimum))}`
    case 'too_big':
      return `must ${measure(issue.origin, 'at most', Number(issue.maximum))}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => quoted(String(value))).join(' or ')}`
    case 'invalid_union':
      return 'is none of the values that are allowed'
    default:
      return 'is not valid'
  }
}

function measure(origin: string, bound: string, count: number): string {
  if (origin === 'string') return `have ${bound} ${count} characters`
  if (origin === 'array') return `have ${bound} ${count} items`
  return `be ${bound} ${count}`
}

/** `userIds[3]`, `sort.field`. */
function named(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

function quoted(text: string): string {
  return `"${foreignText(text)}"`
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, part)
  }
  return value
}
