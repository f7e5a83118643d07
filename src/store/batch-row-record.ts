import type { Insertable } from 'kysely'
import type { BatchRowRecord, ListedRow, RowCounts, RowPatch } from './batch-records.ts'
import { jsonObjectOrNull, jsonObjects, jsonTexts } from './json.ts'
import type { BatchRowTable } from './tables.ts'

type CountColumn =
  `${'department' | 'role' | 'group' | 'position' | 'authorization' | 'session'}Count`

/** Where each count stands. */
export const countColumns = {
  departments: 'departmentCount',
  roles: 'roleCount',
  groups: 'groupCount',
  positions: 'positionCount',
  authorizations: 'authorizationCount',
  sessions: 'sessionCount',
} as const satisfies Record<keyof RowCounts, CountColumn>

/** A row as it leaves the store. */
export function rowFrom(stored: BatchRowTable): BatchRowRecord {
  const { rowNumber: row, departmentCount, roleCount, groupCount, positionCount, ...most } = stored
  const { authorizationCount, sessionCount, ...same } = most
  return {
    ...same,
    row,
    tried: jsonTexts(stored.tried),
    foundAs: jsonTexts(stored.foundAs),
    holds: jsonTexts(stored.holds),
    chosen: stored.chosen === 1,
    candidates: jsonObjects(stored.candidates),
    syncProviders: jsonTexts(stored.syncProviders),
    counts: {
      departments: departmentCount,
      roles: roleCount,
      groups: groupCount,
      positions: positionCount,
      authorizations: authorizationCount,
      sessions: sessionCount,
    },
    seen: jsonObjectOrNull(stored.seen),
    why: jsonObjectOrNull(stored.why),
    recheckDue: stored.recheckDue === 1,
    cameBack: stored.cameBack === 1,
  }
}

/** The columns that a patch changes. */
export function columnsOf(patch: Omit<RowPatch, 'row'>): Partial<BatchRowTable> {
  const { tried, foundAs, holds, candidates, syncProviders, seen, why, ...most } = patch
  const { chosen, recheckDue, cameBack, counts, ...same } = most
  return {
    ...same,
    ...asTexts({ tried, foundAs, holds, candidates, syncProviders, seen, why }),
    ...asFlags({ chosen, recheckDue, cameBack }),
    ...(counts && countsAsColumns(counts)),
  }
}

/** Those that are given, as JSON. */
function asTexts(given: Record<string, object | null | undefined>) {
  const known = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known.map(([key, value]) => [key, value && JSON.stringify(value)]))
}

function asFlags(given: Record<string, boolean | undefined>) {
  const known = Object.entries(given).filter(([, flag]) => flag !== undefined)
  return Object.fromEntries(known.map(([key, flag]) => [key, flag ? 1 : 0]))
}

function countsAsColumns(counts: RowCounts): Pick<BatchRowTable, CountColumn> {
  return {
    departmentCount: counts.departments,
    roleCount: counts.roles,
    groupCount: counts.groups,
    positionCount: counts.positions,
    authorizationCount: counts.authorizations,
    sessionCount: counts.sessions,
  }
}

/** What a row is before the check comes to it, but for whom somebody chose. */
export const unseen = {
  name: null,
  otherName: null,
  username: null,
  department: null,
  status: null,
  lastLogin: null,
  verdict: null,
  holds: '[]',
  decision: null,
  duplicateOf: null,
  otherBatch: null,
  syncProviders: '[]',
  departmentCount: null,
  roleCount: null,
  groupCount: null,
  positionCount: null,
  authorizationCount: null,
  sessionCount: null,
  outcome: null,
  checkedVersion: null,
  targetStatus: null,
  seen: null,
  checkedAt: null,
  why: null,
} as const satisfies Partial<BatchRowTable>

/** A row as its list gives it, which nobody has looked at yet; what is not named here is empty. */
export function newRow(
  batchId: number,
  { row: rowNumber, given, givenKind, asWritten, givenName }: ListedRow,
  revision: number,
): Insertable<BatchRowTable> {
  const listed = { batchId, rowNumber, given, givenKind, asWritten, givenName, revision }
  const nothing = { tried: '[]', foundAs: '[]', holds: '[]', candidates: '[]', syncProviders: '[]' }
  return { ...listed, ...nothing, chosen: 0, sends: 0, recheckDue: 0, cameBack: 0 }
}
