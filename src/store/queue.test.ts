import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, secretKey } from './database.fixture.ts'
import { offers } from './offers.fixture.ts'
import { openStore } from './open.ts'
import { otherProcesses } from './processes.fixture.ts'
import type { Job } from './records.ts'
import { type Store, Superseded } from './store.ts'

const shared = databasesOn('postgres')
const { start } = otherProcesses()
const { offered: takenOver, work: takeOver } = offers()
let survivor: Store

/** Of two replicas one is killed at work; what the other notices, in its time, is the last test's. */
beforeAll(async () => {
  const databaseUrl = await shared.fresh()
  const now = () => new Date(friday)
  const usual = { secretKeys: [secretKey], belongsTo: 'sandbox', head: () => undefined, now }
  survivor = await openStore({ ...usual, databaseUrl })
  await survivor.queue.put({ kind: 'run', batchId: 1 })
  const first = await start('work', databaseUrl)
  expect(first.said).toEqual({ kind: 'run', batchId: 1 })
  await survivor.queue.work(takeOver)
  await first.kill()
})
afterAll(() => survivor.close())

describe.each(engines)('the queue on %s', (engine) => {
  const { open } = databasesOn(engine)

  const run = (batchId: number): Job => ({ kind: 'run', batchId })

  test('a job is offered, also one that was put before there was a worker', async () => {
    const { queue } = await open()
    await queue.put({ kind: 'check', batchId: 1 })
    const { offered, work } = offers()
    await queue.work(work)
    await queue.put(run(2))
    expect(await offered(2)).toEqual([{ kind: 'check', batchId: 1 }, run(2)])
  })

  test('a job whose worker throws is offered again, and those behind it wait', async () => {
    const errors: unknown[] = []
    const { queue } = await open({ report: (error) => errors.push(error) })
    const { offered, work } = offers(async (_, nth) => {
      if (nth === 1) throw new Error('the worker stumbled')
    })
    await queue.put({ kind: 'check', batchId: 1 })
    await queue.put(run(1))
    await queue.work(work)
    expect(await offered(3)).toEqual([
      { kind: 'check', batchId: 1 },
      { kind: 'check', batchId: 1 },
      run(1),
    ])
  })

  test('jobs of one batch take turns, another batch does not wait for them', async () => {
    const { queue } = await open()
    const gate = Promise.withResolvers<void>()
    const { offered, work } = offers((_, nth) => (nth === 1 ? gate.promise : Promise.resolve()))
    await queue.work(work)
    await queue.put(run(1))
    await offered(1)
    await queue.put(run(1))
    await queue.put(run(2))
    expect(await offered(2)).toEqual([run(1), run(2)])
    gate.resolve()
    expect(await offered(3)).toEqual([run(1), run(2), run(1)])
  })

  test('a job is put together with the change it belongs to, or not at all', async () => {
    const store = await open()
    const { queue, batches } = store
    const { offered, work } = offers()
    await queue.work(work)
    await listedBatch(store, 'lin-yue', ['li-wei'])
    const refused = batches.change(1, ['confirmed'], { state: 'running' }, { job: run(1) })
    await expect(refused).rejects.toThrow(Superseded)
    await batches.change(1, ['checking'], { state: 'running' }, { job: run(1) })
    expect(await offered(2)).toEqual([{ kind: 'check', batchId: 1 }, run(1)])
  })
})

describe('the queue that replicas share', () => {
  const { open } = shared

  test('a batch whose replica is closed is offered to another', async () => {
    const first = await open()
    const second = await open({ databaseUrl: first.databaseUrl })
    const atWork = offers(() => new Promise(() => undefined))
    await first.queue.work(atWork.work)
    await first.queue.put({ kind: 'run', batchId: 1 })
    await atWork.offered(1)
    const { offered, work } = offers()
    await second.queue.work(work)
    await first.close()
    expect(await offered(1)).toEqual([{ kind: 'run', batchId: 1 }])
  })

  test('a batch whose replica is killed is offered to another within a minute', async () => {
    expect(await takenOver(1)).toEqual([{ kind: 'run', batchId: 1 }])
  }, 60_000)
})
