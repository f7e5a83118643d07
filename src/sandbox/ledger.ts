import type { Effect } from './change.ts'
import { newTally, type Tally } from './tally.ts'

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
  effects: Record<string, Effect | 'none'>
  /** null: nothing was answered, or not yet. `statusCode` is absent where no envelope was sent. */
  answered: { httpStatus: number; statusCode?: number; apiCode?: number } | null
  /** The caller was deliberately left without a whole answer. */
  withheld: boolean
  /** How the answer was spoilt, where it was. */
  fault: string | null
}

type Opening = Pick<LedgerEntry, 'at' | 'call' | 'method' | 'requestId'>
type Ending = Pick<LedgerEntry, 'answered' | 'withheld' | 'fault'>

/** An entry that is being written. */
export type LedgerLine = {
  readonly requestId: string
  /** Writes down whom the call names, before anything happens to them. */
  names(ids: readonly string[], userIdType: string): void
  /** Something happened to one person, whom the call names by these ids. */
  happens(userId: string, ids: readonly string[], effect: Effect): void
  ends(ending: Ending): void
}

export type Ledger = {
  open(opening: Opening): LedgerLine
  /** What is remembered of the entries after this number, the oldest first; copies, so that they stay as they were. */
  entries(after?: number): LedgerEntry[]
  /** Sums over every call, the forgotten ones as well. */
  tally(): Tally
}

/** An entry as it is kept: nothing is kept for those to whom nothing happened. */
type Kept = Omit<LedgerEntry, 'effects'> & { effects: Map<string, Effect> | null }

/** How many calls and users named in them are remembered; the numbers of the rest are not given again. */
const remembered = 500_000

const copyOf = ({ effects, ...kept }: Kept): LedgerEntry => ({
  ...kept,
  effects: Object.fromEntries(kept.ids.map((id) => [id, effects?.get(id) ?? 'none'])),
})

/** A ledger in memory that forgets its older half when it has become too long. */
export function newLedger(limit = remembered): Ledger {
  const tally = newTally()
  let seq = 0
  let kept: Kept[] = []
  let size = 0

  const forget = () => {
    kept = kept.slice(Math.ceil(kept.length / 2))
    size = kept.reduce((sum, { ids }) => sum + 1 + ids.length, 0)
  }

  const lineOf = (entry: Kept): LedgerLine => ({
    requestId: entry.requestId,
    names(ids, userIdType) {
      entry.ids = ids
      if (ids.length > 0) entry.userIdType = userIdType
      size += ids.length
      tally.names(entry.call, ids.length)
    },
    happens(userId, ids, effect) {
      entry.effects ??= new Map()
      for (const id of ids) entry.effects.set(id, effect)
      tally.happens(userId, effect)
    },
    ends(ending) {
      Object.assign(entry, ending)
      tally.ends(ending.answered)
    },
  })

  return {
    open(opening) {
      size += 1
      if (size > limit) forget()
      seq += 1
      const entry: Kept = {
        seq,
        ...opening,
        ids: [],
        userIdType: null,
        effects: null,
        answered: null,
        withheld: false,
        fault: null,
      }
      kept.push(entry)
      tally.opens(entry.call)
      return lineOf(entry)
    },
    // The numbers of what is kept have no gaps.
    entries: (after = 0) => kept.slice(Math.max(0, after - (kept[0]?.seq ?? 1) + 1)).map(copyOf),
    tally: () => tally.sums(),
  }
}
