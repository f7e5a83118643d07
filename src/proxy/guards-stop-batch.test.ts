import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databasesOn, engines } from '#store/database.fixture.ts'
import { asked } from './desk.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'
import { handlers } from './handlers.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser
let wuHan: Browser

afterEach(() => at.close())

const stop = () => chenJing.post('/api/stop')
const lift = () => wuHan.post('/api/stop/lift')

const open = async (databaseUrl?: string) => {
  const alone = { approvalAbove: 1_000, approvalShare: 1 }
  at = await openGuards({ ...(databaseUrl && { databaseUrl }), settings: alone })
  chenJing = await at.signIn('Chen Jing', 'operator')
  wuHan = await at.signIn('Wu Han', 'approver')
}

/** A list of sixty of whom the first five are being suspended. */
const running = async () => {
  const { batchId } = await at.confirmed(chenJing, await at.people(60))
  at.desk.sandbox.switches({
    faults: [{ call: 'update-user-batch', behave: 'slow', delayMs: 500, times: 1 }],
  })
  await at.step(chenJing, 'start', batchId)
  await expect.poll(() => at.writes().length).toBe(1)
  return batchId
}

/** What somebody is shown of the batch once the chunk in flight has ended. */
const ends = (batchId: number, who = chenJing) =>
  expect.poll(() => at.seen(who, batchId), { timeout: 20_000 })
const afterOneChunk = { done: 5, waiting: 55, sending: 0 }

describe('a batch that runs', () => {
  beforeEach(() => open())

  test('waits within one chunk, and after that for a person, not only for the switch', async () => {
    const batchId = await running()
    await stop()
    await ends(batchId).toMatchObject({
      state: 'paused',
      pausedBecause: 'read_only',
      outcomes: afterOneChunk,
    })
    expect(at.writes()).toHaveLength(1)
    await lift()
    expect(await at.seen(chenJing, batchId)).toMatchObject({ state: 'paused' })
    expect(at.writes()).toHaveLength(1)
    await at.step(chenJing, 'start', batchId)
    expect(await at.reached(chenJing, batchId, 'finished')).toMatchObject({
      outcomes: { done: 60 },
    })
  })

  test('waits for a person even where the switch is off again before it looks', async () => {
    const batchId = await running()
    await stop()
    await lift()
    await ends(batchId).toMatchObject({ state: 'paused', outcomes: afterOneChunk })
    expect(at.writes()).toHaveLength(1)
  })

  test('waits, too, when the environment has become read-only', async () => {
    const batchId = await running()
    at.desk.settings.readOnly = true
    await ends(batchId).toMatchObject({ pausedBecause: 'read_only', outcomes: afterOneChunk })
  })

  test('waits when whoever started it is kept out', async () => {
    const batchId = await running()
    const { iss, sub } = chenJing
    const now = at.desk.clock.now().toISOString()
    await at.desk.store.people.setRevoked({ iss, sub }, true, now)
    expect(await chenJing.get('/api/batches')).toMatchObject({ status: 401 })
    await ends(batchId, wuHan).toMatchObject({ pausedBecause: 'role', outcomes: afterOneChunk })
  })
})

describe.each(engines)('a batch that runs, on %s', (engine) => {
  const databases = databasesOn(engine)
  let databaseUrl: string
  beforeEach(async () => {
    databaseUrl = await databases.fresh()
    await open(databaseUrl)
  })

  /** What another process on the same database does, and answers. */
  const anotherProcess = async () => {
    const secretKeys = [Buffer.alloc(32, 7)]
    const store = await databases.open({ databaseUrl, secretKeys, lock: engine !== 'sqlite' })
    return handlers({ ...at.desk.world, store })
  }

  test('waits when it is stopped between the last look at a chunk and its sending', async () => {
    const { batchId } = await at.confirmed(chenJing, await at.people(3))
    at.desk.sandbox.switches({
      faults: [{ call: 'get-user-batch', behave: 'slow', delayMs: 500, times: 1 }],
    })
    const reads = at.desk.calls('get-user-batch').length
    await at.step(chenJing, 'start', batchId)
    await expect.poll(() => at.desk.calls('get-user-batch').length).toBe(reads + 1)
    await stop()
    expect(await at.reached(chenJing, batchId, 'paused', 'finished')).toMatchObject({
      pausedBecause: 'read_only',
      outcomes: { waiting: 3 },
    })
    expect(at.writes()).toEqual([])
  })

  test('waits just so when another process is told to stop', async () => {
    const batchId = await running()
    const other = await anotherProcess()
    await other.stopEverything(asked(chenJing, { body: {} }))
    await ends(batchId).toMatchObject({ pausedBecause: 'read_only', outcomes: afterOneChunk })
    expect(await at.act(chenJing, 'suspend', at.desk.person('li-wei').userId)).toMatchObject({
      code: 'read_only',
    })
    await other.liftStop(asked(wuHan, { body: {} }))
    expect(await at.act(chenJing, 'suspend', at.desk.person('li-wei').userId)).toMatchObject({
      status: 200,
    })
  })

  test('and no other process acts once this one is told to stop', async () => {
    const other = await anotherProcess()
    const { userId } = at.desk.person('li-wei')
    const suspend = async () => {
      const { version } = await other.getUser(asked(chenJing, { params: { userId } }))
      return other.suspendUser(asked(chenJing, { params: { userId }, body: { version } }))
    }
    await stop()
    await expect(suspend()).rejects.toMatchObject({ code: 'read_only' })
    expect(at.writes()).toEqual([])
    await lift()
    expect(await suspend()).toMatchObject({ outcome: 'done' })
  })
})
