import type { Db } from './connect.ts'
import { jsonObject, jsonObjectOrNull } from './json.ts'
import type { AuditEntry } from './records.ts'
import type { AuditEntryTable } from './tables.ts'

/** Entries with their personal parts, where those have not been erased. */
export function selectEntries(db: Db) {
  return db
    .selectFrom('auditEntries')
    .leftJoin('auditPersonal', 'auditPersonal.entryId', 'auditEntries.entryId')
    .selectAll('auditEntries')
    .select('auditPersonal.body as personal')
}

/** An entry as it leaves the store. */
export function entryFrom(row: AuditEntryTable & { personal: string | null }): AuditEntry {
  const { seq, at, kind, action, personId, userId, batchId, intentSeq, outcome, requestId } = row
  return {
    seq,
    at,
    kind,
    action,
    personId,
    userId,
    batchId,
    intentSeq,
    outcome,
    requestId,
    facts: jsonObject(row.facts),
    personal: jsonObjectOrNull(row.personal),
    mac: row.mac,
  }
}
