import type { World } from './world.ts'

/** A pool grows and shrinks slowly; what decides about a hundred people may be some minutes old. */
const keptForMs = 5 * 60_000
/** So soon after a reading that failed the pool is asked again. */
const failedForMs = 10_000

/**
 * How many users the pool has, as GenAuth counts them: read when somebody asks, kept for five minutes,
 * and asked once however many want to know. A reading that failed is null, and kept for ten seconds.
 */
export function poolSizeOf({
  genauth,
  clock,
}: Pick<World, 'genauth' | 'clock'>): World['poolSize'] {
  let known: { size: number | null; until: number } | null = null
  let asking: Promise<number | null> | null = null

  const ask = async () => {
    const read = await genauth.listUsers({ page: 1, limit: 1 })
    const size = read.ok && isCount(read.value.totalCount) ? read.value.totalCount : null
    known = { size, until: clock.monotonic() + (size === null ? failedForMs : keptForMs) }
    return size
  }
  return async ({ atOnce } = { atOnce: false }) => {
    const isOver = known === null || known.until <= clock.monotonic()
    if (isOver) {
      asking ??= ask().finally(() => {
        asking = null
      })
    }
    return known && (atOnce || !isOver) ? known.size : asking
  }
}

/** GenAuth's number is foreign, too: one that counts nothing decides nothing. */
function isCount(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0
}
