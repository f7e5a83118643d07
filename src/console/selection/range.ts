/**
 * Which ids a Shift-click takes in: everything between the last click and this one, both included,
 * in the order shown. Without a last click on this page, only this one.
 */
export function rangeOf(
  shown: readonly string[],
  last: string | null,
  now: string,
): readonly string[] {
  const to = shown.indexOf(now)
  const from = last === null ? -1 : shown.indexOf(last)
  if (from === -1 || to === -1) return [now]
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1)
}
