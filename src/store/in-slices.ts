/** A long list in shorter ones: a statement carries 32,766 values on SQLite and 65,535 on PostgreSQL. */
export function* inSlices<T>(items: readonly T[], length: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += length) yield items.slice(from, from + length)
}
