import type { Tx } from './connect.ts'
import type { Job } from './records.ts'
import type { Store } from './store.ts'

/** The two verbs, and what the rest of the store needs beside them. */
export type Queue = Store['queue'] & {
  /**
   * Puts a job within a transaction. What it returns is called once that is committed.
   */
  enlist(tx: Tx, job: Job): Promise<() => void>
  /** Offers nothing more. A worker that still runs is left to its own end; its job is offered again. */
  close(): Promise<void>
}
