import type { IncomingMessage } from 'node:http'

const largestBody = 4 * 1024 * 1024

/** The path of a request as it was sent, and its query. Never fails, whatever was sent. */
export function addressOf({ url = '/' }: IncomingMessage): { path: string; query: string } {
  const mark = url.indexOf('?')
  return mark < 0
    ? { path: url, query: '' }
    : { path: url.slice(0, mark), query: url.slice(mark + 1) }
}

/** The body as text; null when it is larger than 4 MB. */
export async function textOf(req: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size <= largestBody) parts.push(bytes)
  }
  return size > largestBody ? null : Buffer.concat(parts).toString('utf8')
}

/** The JSON in a text, nothing being an empty object; undefined when it is not JSON. */
export function jsonIn(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A JSON object's fields; undefined when the value is anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return { ...value }
}
