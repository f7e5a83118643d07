import { type Condition, fieldOf, testOf } from './filter.ts'
import type { Person, Profile } from './person.ts'
import type { Pool } from './pool.ts'

type Sort = { field: string; order: 'asc' | 'desc' }

type Query = {
  keywords: string
  /** Empty: GenAuth's own choice. */
  fuzzySearchOn: readonly string[]
  conditions: readonly Condition[]
  sort: readonly Sort[]
}

/** Everybody who fits, in the order that was asked for. */
export type Search = (query: Query) => readonly Person[]

const defaultFields = ['phone', 'email', 'name', 'username', 'nickname'] as const
const numeric = new Set(['loginsCount', 'passwordSecurityLevel'])
const renamed: Readonly<Record<string, string>> = { id: 'userId' }

type Key = string | number | null

const keyOf = (person: Person, field: string): Key => {
  const value = fieldOf(person, renamed[field] ?? field)
  if (value === null || value === undefined || value === '') return null
  return numeric.has(field) ? Number(value) : String(value)
}

/** Whoever lacks the field comes last, whichever way the rest is sorted. */
function compare(a: Key, b: Key, order: Sort['order']): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b === (order === 'asc') ? -1 : 1
}

function sorted(people: readonly Person[], sort: readonly Sort[]): readonly Person[] {
  if (sort.length === 0) return people
  const keyed = people.map((person) => ({
    person,
    keys: sort.map(({ field }) => keyOf(person, field)),
  }))
  keyed.sort((a, b) => {
    for (const [i, { order }] of sort.entries()) {
      const difference = compare(a.keys[i] ?? null, b.keys[i] ?? null, order)
      if (difference !== 0) return difference
    }
    return a.person.number - b.person.number
  })
  return keyed.map(({ person }) => person)
}

/**
 * Makes the search over one pool. An order is worked out once and kept until somebody's profile
 * changes; the text that keywords are sought in is kept for each profile. So a page costs one pass
 * over the people at most.
 */
export function searchIn(pool: Pool): Search {
  const texts: { of: Profile; text: string }[] = []
  const orders = new Map<string, { of: number; people: readonly Person[] }>()

  const usualText = ({ number, profile }: Person) => {
    const kept = texts[number]
    if (kept?.of === profile) return kept.text
    const text = defaultFields
      .map((field) => profile[field] ?? '')
      .join('\n')
      .toLowerCase()
    texts[number] = { of: profile, text }
    return text
  }
  const textOn = (person: Person, fields: readonly string[]) =>
    fields
      .map((field) => keyOf(person, field) ?? '')
      .join('\n')
      .toLowerCase()

  const inOrder = (sort: readonly Sort[]) => {
    const everyone = pool.directory.everyone()
    if (sort.length === 0) return everyone
    const name = JSON.stringify(sort)
    const kept = orders.get(name)
    const edits = pool.directory.edits()
    if (kept?.of === edits) {
      if (kept.people.length === everyone.length) return kept.people
      const people = kept.people.filter(({ gone }) => !gone)
      orders.set(name, { of: edits, people })
      return people
    }
    const people = sorted(everyone, sort)
    if (orders.size >= 12) orders.clear()
    orders.set(name, { of: edits, people })
    return people
  }

  return ({ keywords, fuzzySearchOn, conditions, sort }) => {
    const people = inOrder(sort)
    const words = keywords.trim().toLowerCase()
    const tests = conditions.map((condition) => testOf(condition, pool))
    if (words !== '') {
      tests.push(
        fuzzySearchOn.length === 0
          ? (person) => usualText(person).includes(words)
          : (person) => textOn(person, fuzzySearchOn).includes(words),
      )
    }
    if (tests.length === 0) return people
    return people.filter((person) => tests.every((fits) => fits(person)))
  }
}
