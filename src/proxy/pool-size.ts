import type { World } from './world.ts'

/** A pool grows and shrinks slowly; what decides about a hundred people may be some minutes old. */
const keptForMs = 5 * 60_000
/** So soon after a reading that failed the pool is asked again. */
const failedForMs = 10_000

/**
 * How many users the pool has, as GenAuth counts them: read when somebody asks, kept for five minutes,
 * and asked once however many want to know. A reading that failed is null, and kept for ten seconds;
 * nobody may be waiting for it, so that it never rejects.
 */
export function poolSizeOf({
  genauth,
  clock,
  log,
}: Pick<World, 'genauth' | 'clock' | 'log'>): World['poolSize'] {
  let known: { size: number | null; until: number } | null = null
  let asking: Promise<number | null> | null = null

  const read = async () => {
    try {
      const found = await genauth.listUsers({ page: 1, limit: 1 })
      return found.ok && isCount(found.value.totalCount) ? found.value.totalCount : null
    } catch (error) {
      log.error({ err: error }, 'the size of the pool could not be read')
      return null
    }
  }
  const ask = async () => {
    const size = await read()
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
