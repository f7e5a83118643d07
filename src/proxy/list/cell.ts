import { fold } from '#contract/detect.ts'
import type { ListedRow } from '#store/batch-records.ts'
import { unguarded } from './formula.ts'

/** A number as a spreadsheet shortens it: `1.86E+10`, `1,86e10`, `2E+11`; but not `2e7`, which may be an id. */
const scientific = /^[+-]?(?:\d[.,]\d+e\+?\d{1,3}|\de\+\d{1,3})$/i

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

/** Whether a spreadsheet has rounded what was a long number, so that nobody can tell which. */
export function isRounded(text: string): boolean {
  return scientific.test(text)
}

/** Whether nobody would see anything in the cell. */
export function isBlank(raw: string): boolean {
  return raw === '' || fold(raw) === ''
}
