/** Rows kept above and below those in sight, so that scrolling shows no room where a row belongs. */
const beyond = 8
/** With the head, three gaps and the row in focus, at most sixty row elements are in the document. */
const most = 55

/** Places of rows, from 0: the first and the last in sight, and how many the whole list has. */
type InSight = { startIndex: number; endIndex: number; count: number }

/**
 * Places of the rows that are in the document, in their order: those in sight, some before and after
 * them, fewer where the window is high, and the row that has the focus, wherever it is.
 */
export function rowsNear(
  { startIndex, endIndex, count }: InSight,
  focused: number | null,
): number[] {
  const room = Math.floor((most - (endIndex - startIndex + 1)) / 2)
  const margin = Math.min(Math.max(room, 0), beyond)
  const first = Math.max(startIndex - margin, 0)
  const last = Math.min(endIndex + margin, count - 1)
  const near = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  // Whoever stands on a row with the keyboard keeps it, wherever the wheel goes.
  if (focused === null || focused >= count || (focused >= first && focused <= last)) return near
  return focused < first ? [focused, ...near] : [...near, focused]
}
