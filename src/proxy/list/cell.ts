import { fold } from '#contract/detect.ts'
import type { ListedRow } from '#store/batch-records.ts'
import { unguarded } from './formula.ts'

const breaks = /\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g

/**
 * The id in a cell, folded as a lookup folds it; leading zeros stay. It is never cut however long it
 * is, and never put together from two lines: either might be somebody else's.
 * @returns `asWritten` what the cell said, where more than blanks at its ends was changed; else null.
 */
export function idCell(raw: string): Pick<ListedRow, 'given' | 'asWritten'> {
  const written = unguarded(raw).trim()
  const given = fold(written.replace(breaks, ' / '))
  return { given, asWritten: written === given ? null : written }
}

/** The name in a cell as it was written, without blanks at its ends; null where there is none. */
export function nameCell(raw: string): string | null {
  return isBlank(raw) ? null : unguarded(raw).trim()
}

/** Whether nobody would see anything in the cell. */
export function isBlank(raw: string): boolean {
  return raw === '' || fold(raw) === ''
}
