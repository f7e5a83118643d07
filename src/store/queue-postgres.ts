import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from './connect.ts'
import type { Queue } from './queue.ts'
import type { Job } from './records.ts'

const name = 'batches'
/** Batches that one replica works on at a time; the rest wait for it or for another replica. */
const batchesAtOnce = 8

const queueOptions = {
  // Jobs of one batch take turns, also across replicas; those of other batches are not held up.
  policy: 'key_strict_fifo',
  notify: true,
  // A replica that dies is noticed after ten to twelve seconds, together with the intervals below.
  heartbeatSeconds: 10,
  // pg-boss allows no more than a day; a batch that runs longer is taken over with a new fence.
  expireInSeconds: 24 * 60 * 60,
  // Until its worker returns, that is: for ever.
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  retentionSeconds: 365 * 24 * 60 * 60,
  deleteAfterSeconds: 60 * 60,
}

/** The queue that all replicas on one PostgreSQL share. It connects when it is first needed. */
export function postgresQueue(databaseUrl: string, report: (error: unknown) => void): Queue {
  let started: Promise<PgBoss> | undefined
  const boss = () => {
    started ??= start(databaseUrl, report).catch((error: unknown) => {
      started = undefined
      throw error
    })
    return started
  }
  const send = async (job: Job, tx?: Tx) => {
    // The names of pg-boss are its own: they must not be turned into camel case.
    const within = tx && { db: fromKysely(tx.withoutPlugins()) }
    await (await boss()).send(name, job, { singletonKey: String(job.batchId), ...within })
  }

  return {
    put: (job) => send(job),
    async work(worker) {
      await (await boss()).work<Job>(
        name,
        {
          localConcurrency: batchesAtOnce,
          pollingIntervalSeconds: 2,
          notifyPollingIntervalSeconds: 2,
        },
        async ([job]) => {
          if (job) await worker(job.data)
        },
      )
    },
    async enlist(tx, job) {
      await send(job, tx)
      return () => undefined
    },
    async close() {
      const running = await started?.catch(() => undefined)
      await running?.stop({ graceful: false })
    },
  }
}

async function start(databaseUrl: string, report: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'leaver-desk queue',
    max: 4,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', report)
  try {
    await boss.start()
    await boss.createQueue(name, queueOptions)
    return boss
  } catch (error) {
    await boss.stop({ graceful: false }).catch(report)
    throw error
  }
}
