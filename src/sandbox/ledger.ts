import type { Change } from './change.ts'

type Effect = Change['kind'] | 'none'

/** One call as it was seen from this side of the wire. */
export type LedgerEntry = {
  /** From 1, without gaps. */
  seq: number
  /** When it arrived, ISO 8601. */
  at: string
  /** The last part of the path, such as `resign-user`. */
  call: string
  method: string
  requestId: string
  /** The users it named, as the client wrote them. */
  ids: readonly string[]
  userIdType: string | null
  /** What happened to each of them; filled in when it happens. */
  effects: Record<string, Effect>
  /** null: nothing was answered, or not yet. `statusCode` is absent where no envelope was sent. */
  answered: { httpStatus: number; statusCode?: number; apiCode?: number } | null
  /** The caller was deliberately left without a whole answer. */
  withheld: boolean
  /** How the answer was spoilt, where it was. */
  fault: string | null
}

export type Ledger = {
  open(call: Pick<LedgerEntry, 'at' | 'call' | 'method' | 'requestId'>): LedgerEntry
  /** Everything that is remembered, the oldest first; copies, so that they stay as they were. */
  entries(): LedgerEntry[]
}

/** How many calls and users named in them are remembered; the numbers of the rest are not given again. */
const remembered = 1_000_000

/** A ledger in memory that forgets its older half when it has become too long. */
export function newLedger(limit = remembered): Ledger {
  let seq = 0
  let entries: LedgerEntry[] = []
  let size = 0

  const forget = () => {
    entries = entries.slice(Math.ceil(entries.length / 2))
    size = entries.reduce((sum, { ids }) => sum + 1 + ids.length, 0)
  }

  return {
    open(call) {
      // What the call before named is known by now.
      size += 1 + (entries.at(-1)?.ids.length ?? 0)
      if (size > limit) forget()
      seq += 1
      const entry: LedgerEntry = {
        seq,
        ...call,
        ids: [],
        userIdType: null,
        effects: {},
        answered: null,
        withheld: false,
        fault: null,
      }
      entries.push(entry)
      return entry
    },
    entries: () => entries.map((entry) => structuredClone(entry)),
  }
}
