import { setTimeout as wait } from 'node:timers/promises'
import type { Queue } from './queue.ts'
import type { Job } from './records.ts'

type Worker = (job: Job) => Promise<void>

/** How long a job rests after its worker threw. */
const restMs = 2_000

/**
 * The queue of a server that has its database to itself: nothing is stored, because what has to go on
 * after a restart stands in the batches. Jobs of one batch take turns, other batches do not wait.
 */
export function inProcessQueue(
  report: (error: unknown) => void,
  rest: (signal: AbortSignal) => Promise<void> = (signal) => wait(restMs, undefined, { signal }),
): Queue {
  const closed = new AbortController()
  /** By batch, the jobs in line; the first is the one at work. */
  const lines = new Map<number, Job[]>()
  let worker: Worker | undefined

  const put = (job: Job) => {
    const line = lines.get(job.batchId)
    if (line) line.push(job)
    else lines.set(job.batchId, [job])
    if (worker && !line) void workOff(job.batchId, worker)
  }

  const workOff = async (batchId: number, work: Worker) => {
    const line = lines.get(batchId) ?? []
    for (let job = line[0]; job && !closed.signal.aborted; job = line[0]) {
      try {
        await work(job)
        line.shift()
      } catch (error) {
        report(error)
        await rest(closed.signal).catch(() => undefined)
      }
    }
    if (line.length === 0) lines.delete(batchId)
  }

  return {
    put: async (job) => put(job),
    async work(next) {
      worker = next
      for (const batchId of lines.keys()) void workOff(batchId, next)
    },
    enlist: async (_, job) => () => put(job),
    async close() {
      closed.abort()
    },
  }
}
