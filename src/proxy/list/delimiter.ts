import type { List } from '#contract/list.ts'

export type Delimiter = List['delimiter']

/** What stands between two cells. A list of one column has NUL, which is nowhere in a text. */
export const delimiterCharacters: Record<Delimiter, string> = {
  tab: '\t',
  semicolon: ';',
  comma: ',',
  none: '\0',
}

/** In the order in which they are believed: commas stand in names and numbers, too. */
const candidates = ['tab', 'semicolon', 'comma'] as const

/** A cell in quotation marks, line breaks included; at the end of the sample it may be cut. */
const quotedCell = /(?<before>^|[\t;,\r\n])"(?:[^"]|"")*(?:"|$)/g

const separatorLine = /^"?sep=(?<character>[^\r\n"])"?[^\S\r\n]*(?:[\r\n]|$)/i

/** Excel's own first line, such as `sep=;`, which is no row. */
export function isSeparatorLine(cells: readonly string[]): boolean {
  return /^sep=.?$/i.test(cells.join('').trim())
}

/**
 * What separates the cells. A character counts only where more than half of the rows have it outside
 * quotation marks: an id that is cut at a stray comma might be somebody else's.
 * @param sample the beginning of the list
 * @returns null where the list itself names another character
 */
export function detectDelimiter(sample: string): Delimiter | null {
  const named = separatorLine.exec(sample)?.groups
  if (named) {
    return candidates.find((each) => delimiterCharacters[each] === named.character) ?? null
  }
  const rows = countsByRow(sample)
  const scores = candidates.map((_, index) => score(rows.map((counts) => counts[index] ?? 0)))
  const best = Math.max(...scores)
  return best === 0 ? 'none' : (candidates[scores.indexOf(best)] ?? 'none')
}

/** How many rows agree on a number of delimiters; 0 where most have none. */
function score(counts: readonly number[]): number {
  const having = counts.filter((count) => count > 0)
  if (having.length * 2 <= counts.length) return 0
  const times = new Map<number, number>()
  for (const count of having) times.set(count, (times.get(count) ?? 0) + 1)
  return Math.max(...times.values())
}

/** For each row that says anything, how often each candidate stands outside quotation marks. */
function countsByRow(sample: string): number[][] {
  return sample
    .replace(quotedCell, '$<before>_')
    .split(/[\r\n]+/)
    .filter((row) => /[^\t;, ]/.test(row))
    .map((row) => candidates.map((each) => row.split(delimiterCharacters[each]).length - 1))
}
