/**
 * How long something is kept: `tab` as long as the tab lives, so over a reload too; `return` only over
 * the way through signing in again.
 */
type Until = 'tab' | 'return'

/** What a tab remembers for whoever sits there, and for nobody else. */
export type Keeper = {
  /** Keeps anything that JSON can write; null forgets it. Never a secret. */
  keep(key: string, value: unknown, until?: Until): void
  /** What was kept, as unknown as any foreign text; null when there is nothing, or it is somebody else's. */
  kept(key: string): unknown
  /** Somebody was sent to sign in from here: what is kept until their return holds at the next arrival. */
  leave(): void
  /**
   * It is known who sits here. What somebody else kept goes; what was kept for a return from which nobody
   * came goes too.
   * @returns whether somebody else sat here before
   */
  arrive(personId: string): boolean
  /** Forgets everything, and keeps nothing more on this page. */
  close(): void
}

const entryPrefix = 'leaver-desk:kept:'
const personKey = 'leaver-desk:person'
const leavingKey = 'leaver-desk:leaving'

type Entry = { by: string | null; until: Until; value: unknown }

function entryFrom(written: string | null): Entry | null {
  if (written === null) return null
  try {
    const found: unknown = JSON.parse(written)
    if (!Array.isArray(found)) return null
    const [by, until, value]: unknown[] = found
    if (by !== null && typeof by !== 'string') return null
    return { by, until: until === 'tab' ? 'tab' : 'return', value: value ?? null }
  } catch {
    return null
  }
}

/** Keeps in a storage that a tab has to itself; it is asked for only when it is needed. */
export function keeper(storage: () => Storage): Keeper {
  let arrived: string | null = null
  let isClosed = false
  // Before anybody is known here, things belong to whoever sat here last.
  const owner = () => arrived ?? storage().getItem(personKey)

  function forgetReturn() {
    const keys = Array.from({ length: storage().length }, (_, index) => storage().key(index))
    for (const key of keys) {
      if (!key?.startsWith(entryPrefix)) continue
      if (entryFrom(storage().getItem(key))?.until !== 'tab') storage().removeItem(key)
    }
  }

  return {
    keep(key, value, until = 'tab') {
      if (isClosed) return
      if (value === null || value === undefined) {
        storage().removeItem(entryPrefix + key)
        return
      }
      try {
        storage().setItem(entryPrefix + key, JSON.stringify([owner(), until, value]))
      } catch {
        // There is no room left: an older state of it would be worse than none.
        storage().removeItem(entryPrefix + key)
      }
    },

    kept(key) {
      const entry = entryFrom(storage().getItem(entryPrefix + key))
      if (entry === null || (entry.by !== null && entry.by !== owner())) return null
      return entry.value
    },

    leave() {
      if (!isClosed) storage().setItem(leavingKey, '1')
    },

    arrive(personId) {
      if (arrived === personId) return false
      const before = owner()
      const isOther = before !== null && before !== personId
      if (isOther) storage().clear()
      else if (storage().getItem(leavingKey) === null) forgetReturn()
      storage().removeItem(leavingKey)
      storage().setItem(personKey, personId)
      arrived = personId
      return isOther
    },

    close() {
      isClosed = true
      storage().clear()
    },
  }
}
