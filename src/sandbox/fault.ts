import { z } from 'zod'
import { userIdOf } from './named-people.ts'
import { everyoneNamed } from './populate.ts'

/** Ways to answer badly. */
const behaviours = [
  /** Never answers. */
  'hang',
  /** Never answers, and applies the change `delayMs` later. */
  'late',
  /** Answers, but `delayMs` later. */
  'slow',
  /** Ends the connection before a byte of the answer. */
  'reset',
  /** Ends the connection in the middle of the answer. */
  'cut',
  /** Half of the JSON, as if it were all. */
  'truncate',
  'html',
  'empty',
  '204',
  /** To another address on the same host. */
  'redirect',
  /** Twenty megabytes. */
  'huge',
  '401',
  '403',
  '404',
  '429',
  '499',
  '500',
  '503',
  /** The envelope of a success around `success: false`. */
  'success-false',
  /** Claims success for these users and leaves them as they are. */
  'lie',
  /** The users are gone just before the call looks for them. */
  'vanish',
] as const
export type Behaviour = (typeof behaviours)[number]

const Name = z.string().min(1).max(100)

/** Which calls are answered badly, and how. What is left out does not limit it. */
export const Fault = z.strictObject({
  /** Names of calls, or `reads`, or `writes`. */
  call: z.union([Name, z.array(Name)]).optional(),
  /** A user as calls name them, or the user's id. */
  userId: Name.optional(),
  userIdType: Name.optional(),
  behave: z.enum(behaviours),
  /** How many calls; absent: all. */
  times: z.int().min(1).optional(),
  /** Whether the change is made first. */
  afterApplying: z.boolean().default(false),
  delayMs: z.int().min(0).max(600_000).default(2000),
})
export type Fault = z.output<typeof Fault>

/** What of a call decides whether a fault strikes it. */
type Struck = {
  call: string
  writes: boolean
  userIdType: string
  /** The ids as they were sent, and the user ids of those who were found. */
  ids: ReadonlySet<string>
}

function strikes(fault: Fault, struck: Struck): boolean {
  const calls = fault.call === undefined ? null : [fault.call].flat()
  const kind = struck.writes ? 'writes' : 'reads'
  return (
    (calls === null || calls.includes(struck.call) || calls.includes(kind)) &&
    (fault.userId === undefined || struck.ids.has(fault.userId)) &&
    (fault.userIdType === undefined || fault.userIdType === struck.userIdType)
  )
}

const accountEnds = ['resign-user', 'resign-user-batch', 'delete-users-batch']

/** The faults that named people bring along: for each key what they do to a call. */
const brought: Readonly<Record<string, Partial<Fault> & Pick<Fault, 'behave'>>> = {
  'slow-sam': { behave: 'slow' },
  'gone-gina': { call: 'writes', behave: 'vanish' },
  'gone-greta': { call: 'writes', behave: 'vanish' },
  'stubborn-stan': { call: accountEnds, behave: 'lie' },
  'stubborn-stella': { call: accountEnds, behave: 'lie' },
  'timeout-tina': { call: 'writes', behave: 'hang', afterApplying: true },
  'timeout-theo': { call: 'writes', behave: 'hang', afterApplying: true },
}

const bringers = everyoneNamed.flatMap((named) => {
  const fault = brought[named.key]
  return fault ? [{ afterApplying: false, ...fault, userId: userIdOf(named) }] : []
})

/** How late Slow Sam is unless a switch says otherwise, in milliseconds. */
export const usualSlowMs = 2500

/** The faults of the named people. `slowMs`: how late Slow Sam is. */
export const namedFaults = (slowMs: number): Fault[] =>
  bringers.map((fault) => ({ delayMs: slowMs, ...fault }))

export type Faults = {
  /** The faults that strike this call; each counts once towards its `times`. */
  strike(struck: Struck): Fault[]
  /** Replaces those that were set before; the named people keep theirs. */
  set(faults: readonly Fault[]): void
}

/** Faults that are set while the sandbox runs, before those of the named people. */
export function faultsBeside(standing: () => readonly Fault[]): Faults {
  let planted: { fault: Fault; left: number }[] = []
  return {
    set(faults) {
      planted = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }))
    },
    strike(struck) {
      const striking = planted.filter(({ fault, left }) => left > 0 && strikes(fault, struck))
      for (const plant of striking) plant.left -= 1
      const own = standing().filter((fault) => strikes(fault, struck))
      return [...striking.map(({ fault }) => fault), ...own]
    },
  }
}
