import type { JsonObject } from './json.ts'
import { jsonObject } from './json.ts'
import type { AuditEntryTable } from './tables.ts'

/** The action of the entry by which somebody at the machine takes note of a broken chain. */
export const acceptance = 'acceptAudit'

/**
 * What was accepted: the entries exactly as they stood. Whoever changes one of them afterwards breaks
 * the chain again.
 */
export type Accepted = {
  firstBad: number
  why: string
  /** The last number that may be missing. */
  through: number
  /** Digest over all entries before this one. */
  state: string
  /** Erasable parts that did not match their entry, as number and digest found. */
  parts: readonly BadPart[]
}

export type BadPart = { seq: number; digest: string }

/** Reads an acceptance; null when the entry is none. */
export function acceptedBy(entry: AuditEntryTable): Accepted | null {
  if (entry.kind !== 'note' || entry.action !== acceptance) return null
  try {
    return parseAccepted(jsonObject(entry.facts))
  } catch {
    return null
  }
}

function parseAccepted(facts: JsonObject): Accepted | null {
  const { firstBad, why, through, state, parts } = facts
  if (typeof firstBad !== 'number' || typeof through !== 'number') return null
  if (typeof why !== 'string' || typeof state !== 'string' || !Array.isArray(parts)) return null
  return { firstBad, why, through, state, parts: parts.filter(isBadPart) }
}

function isBadPart(value: unknown): value is BadPart {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seq' in value &&
    typeof value.seq === 'number' &&
    'digest' in value &&
    typeof value.digest === 'string'
  )
}
