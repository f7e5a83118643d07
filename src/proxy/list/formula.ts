/** Spreadsheets take a cell that begins with one of these for a formula, full-width forms included. */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const guarded = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * Puts an apostrophe before what a spreadsheet would take for a formula, and before apostrophes that
 * lead to one: so `unguarded` gives every text back exactly.
 */
export function guardedCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Takes off the one apostrophe that `guardedCell` put there, or that a spreadsheet wrote itself. */
export function unguarded(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell
}
