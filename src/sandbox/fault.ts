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
  /** How many matching calls are spared first. */
  after: z.int().min(0).default(0),
  /** How many calls are struck after those; absent: all. */
  times: z.int().min(1).optional(),
  /** Whether the change is made first. */
  afterApplying: z.boolean().default(false),
  delayMs: z.int().min(0).max(600_000).default(2000),
  /** The `Retry-After` of a 429, whatever it is; absent: what policy says. */
  retryAfter: z
    .string()
    .max(200)
    .regex(/^[\x20-\x7e]*$/)
    .optional(),
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

/** Every call that takes something from somebody, or gives it back, apart from links to sources. */
const accountWrites = [
  'update-user',
  'update-user-batch',
  'kick-users',
  'resign-user',
  'resign-user-batch',
  'delete-users-batch',
]

/** The faults that named people bring along: for each key what they do to a call. */
const brought: Readonly<Record<string, Partial<Fault> & Pick<Fault, 'behave'>>> = {
  'slow-sam': { behave: 'slow' },
  'gone-gina': { call: 'writes', behave: 'vanish' },
  'gone-greta': { call: 'writes', behave: 'vanish' },
  'stubborn-stan': { call: accountWrites, behave: 'lie' },
  'stubborn-stella': { call: accountWrites, behave: 'lie' },
  'timeout-tina': { call: 'writes', behave: 'hang', afterApplying: true },
  'timeout-theo': { call: 'writes', behave: 'hang', afterApplying: true },
}

const bringers = everyoneNamed.flatMap((named) => {
  const fault = brought[named.key]
  return fault ? [{ after: 0, afterApplying: false, ...fault, userId: userIdOf(named) }] : []
})

/** How late Slow Sam is unless a switch says otherwise, in milliseconds. */
export const usualSlowMs = 2500

/** The faults of the named people. `slowMs`: how late Slow Sam is. */
export const namedFaults = (slowMs: number): Fault[] =>
  bringers.map((fault) => ({ delayMs: slowMs, ...fault }))

export type Faults = {
  /** The faults that strike this call; each counts it once towards its `after` and `times`. */
  strike(struck: Struck): Fault[]
  /** Replaces those that were set before; the named people keep theirs. */
  set(faults: readonly Fault[]): void
}

/** Faults that are set while the sandbox runs, before those of the named people. */
export function faultsBeside(standing: () => readonly Fault[]): Faults {
  let planted: { fault: Fault; met: number }[] = []
  return {
    set(faults) {
      planted = faults.map((fault) => ({ fault, met: 0 }))
    },
    strike(struck) {
      const matching = planted.filter(({ fault }) => strikes(fault, struck))
      for (const plant of matching) plant.met += 1
      const striking = matching.filter(({ fault: { after, times = Infinity }, met }) => {
        return met > after && met <= after + times
      })
      const own = standing().filter((fault) => strikes(fault, struck))
      return [...striking.map(({ fault }) => fault), ...own]
    },
  }
}
