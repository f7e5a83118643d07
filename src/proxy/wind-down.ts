import type { Logger } from 'pino'
import type { Listening } from './listen.ts'
import type { Running } from './runner.ts'
import type { Clock } from './world.ts'

/** What is under way may take so long to answer; the rest is settled by the next start. */
const graceMs = 8_000

export type WindingDown = {
  listening: Listening
  running: Running
  /** To be called once nothing new is sent. */
  stopping: AbortController
  clock: Pick<Clock, 'sleep'>
  log: Logger
}

/**
 * Sends nothing new, and waits for what is under way: requests and the work behind them, but not for
 * longer than 8 s. What did not end stays an open intent.
 */
export async function windDown(of: WindingDown): Promise<void> {
  const { listening, running, stopping, clock, log } = of
  log.info('stopping')
  stopping.abort()
  const waited = new AbortController()
  const ended = Promise.all([listening.stop(), running.ended()]).then(() => waited.abort())
  await Promise.race([ended, clock.sleep(graceMs, waited.signal)])
  if (!waited.signal.aborted) log.warn('not everything ended in time; the next start settles it')
  listening.cut()
}
