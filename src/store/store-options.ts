import type { Head } from './audit-chain.ts'
import type { ChainEnd } from './audit-walk.ts'

export type StoreOptions = {
  /** `file:…` for SQLite, `postgres://…` for PostgreSQL. */
  databaseUrl: string
  /** At least one, each at least 32 bytes; the first signs, all verify. */
  secretKeys: readonly Buffer[]
  /**
   * The host of the pool, or `sandbox`: a database keeps to the one it began with. null: whichever that
   * is, for a command that has nothing to do with the pool.
   */
  belongsTo: string | null
  /** Puts the chain's head outside the database after every append. While it throws, nothing is recorded. */
  head: (head: Head) => void
  /** The last head that stands outside: when it is ahead of the database, the chain counts as broken. */
  lastHead?: ChainEnd
  now: () => Date
  /**
   * `false`: a command beside the server. It takes no lock, makes and migrates nothing, and leaves the
   * chain unread.
   */
  lock?: boolean
  /** Hears what nobody waits for: a chain that is broken at the start, what a job's worker threw, lost connections. */
  report?: (error: unknown) => void
}
