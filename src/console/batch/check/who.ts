import type { BatchRow } from '#contract/batch-row.ts'

/** What a row is called where its buttons are read aloud: who was found, else what the list says. */
export function whoOf(row: BatchRow, theRow: (row: number) => string): string {
  const { name, username, givenName, given } = row
  return [name, username, givenName, given].find((each) => each) ?? theRow(row.row)
}
