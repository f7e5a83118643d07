import type { Logger } from 'pino'
import type { GenAuth } from '#genauth/genauth.ts'
import type { Store } from '#store/store.ts'
import type { Pace } from './pace.ts'

/** Time, so that tests can move it. `monotonic` is in milliseconds and never steps back. */
export type Clock = {
  now(): Date
  monotonic(): number
  /** Ends early, without an error, when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** What an operator of the service decided; read from the environment once, at start. */
export type Settings = {
  poolName: string
  sandbox: boolean
  readOnly: boolean
  batchMax: number
  /** Batches that the last process left running wait for a person instead of going on. */
  waitAfterRestart: boolean
  /** One person may act on so many users, and on this share of the pool's, within so many minutes. */
  approvalAbove: number
  approvalShare: number
  actWindowMinutes: number
  /** User ids that nobody may act on, as `plainUserId` writes them. */
  protectedUsers: ReadonlySet<string>
  genauthTimeoutMs: number
  /** Wait after a call whose outcome is unknown before it may be sent again. */
  genauthSettleMs: number
  /** Calls in flight per batch. */
  genauthConcurrency: number
}

/** Everything that a handler may reach. */
export type World = {
  store: Store
  genauth: GenAuth
  settings: Settings
  clock: Clock
  pace: Pace
  /**
   * How many users the pool has, as read a few minutes ago at most; null: it could not be read.
   * @param how `atOnce`: for somebody who looks and must not wait; what was read last will do.
   */
  poolSize(how?: { atOnce: boolean }): Promise<number | null>
  log: Logger
  /** Fires when the program was told to end: nothing new is sent from then on. */
  stopping: AbortSignal
}
