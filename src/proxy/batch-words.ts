import { Seen } from '#contract/act.ts'
import type { BatchRowRecord } from '#store/batch-records.ts'

/** Why a row has its verdict, as far as the row itself tells, for somebody who reads a file. */
export function whyWords(row: BatchRowRecord): string | null {
  const { otherBatch, givenName, name, holds, decision } = row
  const told = [
    holds.includes('name_differs') && `the list says ${givenName}, the account says ${name}`,
    otherBatch !== null && `also in batch ${otherBatch}`,
    holds.includes('still_active') && 'neither resigned nor suspended',
    verdictWords(row),
    decision === 'accepted' && 'accepted',
    decision === 'left_out' && 'left out',
  ]
  const words = told.filter((part) => typeof part === 'string')
  return words.length === 0 ? null : words.join('; ')
}

function verdictWords(row: BatchRowRecord): string | null {
  switch (row.verdict) {
    case 'ambiguous':
      return `${row.candidates.length} users match`
    case 'duplicate':
      return `same user as row ${row.duplicateOf}`
    case 'not_found':
      return row.tried.length === 0 ? 'no id in this row' : `none by ${row.tried.join(', ')}`
    case 'not_checked':
      return `not read: ${row.why?.code ?? 'the check was stopped'}`
    case 'may_come_back':
      return `in sync: ${row.syncProviders.join(', ') || 'unknown'}`
    case 'already_so':
    case 'other_state':
      return `the status is ${row.status ?? 'gone'}`
    case 'protected':
      return 'nobody may act on this user'
    case 'yourself':
      return 'your own account'
    default:
      return null
  }
}

/** What the last look showed of a row. */
export function seenWords({ seen, cameBack, recheckedAt }: BatchRowRecord): string | null {
  const read = Seen.safeParse(seen)
  if (!read.success) return null
  const { gone, status, left: _, ...counts } = read.data
  const told = [
    gone ? 'gone' : status,
    ...Object.entries(counts).map(([what, count]) => count !== null && `${count} ${what}`),
    cameBack && `came back by ${recheckedAt}`,
  ]
  return told.filter((part) => typeof part === 'string').join(', ')
}
