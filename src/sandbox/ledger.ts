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

/** Old entries are forgotten beyond this many; their numbers are not given again. */
const remembered = 500_000

/** A ledger in memory. */
export function newLedger(): Ledger {
  let seq = 0
  let entries: LedgerEntry[] = []
  return {
    open(call) {
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
      if (entries.length > 2 * remembered) entries = entries.slice(-remembered)
      return entry
    },
    entries: () => entries.slice(-remembered).map((entry) => structuredClone(entry)),
  }
}
