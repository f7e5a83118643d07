import { Seen } from '#contract/act.ts'
import type { BatchRowRecord } from '#store/batch-records.ts'

/** Why a row has its verdict, as far as the row itself tells, for somebody who reads a file. */
export function whyWords(row: BatchRowRecord): string | null {
  const { duplicateOf, otherBatch, givenName, name, candidates, tried, holds, verdict } = row
  const told = [
    holds.includes('name_differs') && `the list says ${givenName}, the account says ${name}`,
    otherBatch !== null && `also in batch ${otherBatch}`,
    duplicateOf !== null && `same user as row ${duplicateOf}`,
    verdict === 'ambiguous' && `${candidates.length} users match`,
    verdict === 'not_found' && tried.length > 0 && `none by ${tried.join(', ')}`,
    holds.includes('still_active') && 'neither resigned nor suspended',
    row.decision === 'accepted' && 'accepted',
    row.decision === 'left_out' && 'left out',
  ]
  const words = told.filter((part) => part !== false)
  return words.length === 0 ? null : words.join('; ')
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
