import type { Effect } from './change.ts'

/** What a sandbox was asked since it began, in sums. */
export type Tally = {
  /** How many calls came; the number of the last entry in the ledger. */
  seq: number
  /** Calls by their names. */
  calls: Record<string, number>
  /** How many ids those calls named, by the names of the calls. */
  ids: Record<string, number>
  /** Answers by their statusCode; `http 502` where no envelope was sent, `none` where nothing was. */
  answers: Record<string, number>
  /** Changes that were made, by what they did. */
  effects: Record<string, number>
  /** To how many people something was done. */
  touched: number
}

/** Beyond so many, calls that do not exist are counted together. */
const differentNames = 200

type Answered = { httpStatus: number; statusCode?: number } | null

function wordOf(answered: Answered): string {
  if (answered === null) return 'none'
  const { httpStatus, statusCode } = answered
  return statusCode === undefined ? `http ${httpStatus}` : String(statusCode)
}

function addTo(sums: Map<string, number>, name: string, count = 1): void {
  const key = sums.has(name) || sums.size < differentNames ? name : 'others'
  sums.set(key, (sums.get(key) ?? 0) + count)
}

/** Counts what the ledger is told; needs no more memory for a million calls than for one of each name. */
export function newTally() {
  const calls = new Map<string, number>()
  const ids = new Map<string, number>()
  const answers = new Map<string, number>()
  const effects = new Map<string, number>()
  const touched = new Set<string>()
  let seq = 0
  return {
    opens(call: string) {
      seq += 1
      addTo(calls, call)
    },
    names(call: string, count: number) {
      if (count > 0) addTo(ids, call, count)
    },
    happens(userId: string, effect: Effect) {
      addTo(effects, effect)
      touched.add(userId)
    },
    ends(answered: Answered) {
      addTo(answers, wordOf(answered))
    },
    sums: (): Tally => ({
      seq,
      calls: Object.fromEntries(calls),
      ids: Object.fromEntries(ids),
      answers: Object.fromEntries(answers),
      effects: Object.fromEntries(effects),
      touched: touched.size,
    }),
  }
}
