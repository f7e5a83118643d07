/**
 * Does work about one thing after the other: what reads, decides and writes is not overtaken.
 * Within this process only.
 */
export function inTurn<K>(): <T>(about: K, work: () => Promise<T>) => Promise<T> {
  const last = new Map<K, Promise<unknown>>()
  return async (about, work) => {
    const before = last.get(about) ?? Promise.resolve()
    const mine = before.then(work, work)
    const ended = mine.catch(() => undefined)
    last.set(about, ended)
    try {
      return await mine
    } finally {
      if (last.get(about) === ended) last.delete(about)
    }
  }
}
