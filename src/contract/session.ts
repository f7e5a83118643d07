import { z } from 'zod'
import { reasonLimit } from './limits.ts'
import { Role } from './role.ts'

/**
 * How long a session still lasts, in whole seconds from now: so that no page compares its own clock
 * with the server's. Reading this is no sign of life.
 */
export const SessionTimes = z.object({
  /** Until it ends because nobody did anything. */
  idleSecondsLeft: z.number(),
  /** Until it ends in any case. */
  secondsLeft: z.number(),
  /** While this lasts, nobody has to sign in afresh; 0: it is over; null: the provider does not tell when somebody proved who they are. */
  freshSecondsLeft: z.number().nullable(),
})
export type SessionTimes = z.infer<typeof SessionTimes>

/** *Stop everything* is on: since when, by whom, why. */
export const Stop = z.object({
  at: z.string(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Stop = z.infer<typeof Stop>

export const About = z.object({
  /** The chip in the bar. */
  pool: z.object({ name: z.string(), sandbox: z.boolean() }),
  /** `READ_ONLY`: nobody can turn it off from here. */
  readOnly: z.boolean(),
  /** null: nothing is stopped. Told only to somebody who is signed in and has a role. */
  stopped: Stop.nullable(),
  batchMax: z.number(),
  /** null: nobody is signed in. */
  person: z
    .object({
      /** Opaque; the same at each sign-in, so that a page can tell whether somebody else sits here now. */
      personId: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      role: Role.nullable(),
    })
    .nullable(),
  session: SessionTimes.nullable(),
})
export type About = z.infer<typeof About>

/** One of somebody's own sessions. */
export const OwnSession = z.object({
  /** Opaque; no use to whoever wants to take the session over. */
  sessionId: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  startedAt: z.string(),
  lastSeenAt: z.string(),
  endsAt: z.string(),
  /** What the browser said of itself at sign-in: foreign text. */
  agent: z.string().nullable(),
})
export type OwnSession = z.infer<typeof OwnSession>
export const OwnSessions = z.object({ sessions: z.array(OwnSession) })
export type OwnSessions = z.infer<typeof OwnSessions>

export const SessionParams = z.object({ sessionId: z.string().min(1).max(64) })
export const StopRequest = z.object({ reason: z.string().trim().max(reasonLimit).optional() })
export const StopReply = z.object({ stopped: Stop.nullable() })
