import { randomBytes } from 'node:crypto'

/** Random, so that two processes never hand out the same id. */
const series = randomBytes(12).toString('base64url')
let count = 0

/**
 * An id that nobody had before. Those of one process follow each other, so that the rows of a chunk lie
 * side by side in every index instead of touching a page each.
 */
export function newId(): string {
  count += 1
  return `${series}.${count.toString(36).padStart(8, '0')}`
}
