import type { Directory } from './directory.ts'
import type { Keys } from './keys.ts'
import type { Policy } from './policy.ts'

/** The user pool that calls read and change. */
export type Pool = {
  directory: Directory
  keys: Keys
  /** May be changed while it runs. */
  policy: Policy
  now: () => Date
}
