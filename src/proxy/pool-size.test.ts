import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Desk } from './desk.fixture.ts'
import { openDesk } from './desk.fixture.ts'
import { openEar } from './leak.fixture.ts'
import { poolSizeOf } from './pool-size.ts'

let desk: Desk
let poolSize: ReturnType<typeof poolSizeOf>

beforeEach(async () => {
  desk = await openDesk({ users: 60 })
  poolSize = poolSizeOf(desk.world)
})
afterEach(() => desk.close())

const minute = 60_000
const asked = () => desk.calls('list-users').length
const silence = (times: number) =>
  desk.sandbox.switches({ faults: [{ call: 'list-users', behave: '500', times }] })

test('GenAuth is asked once for five minutes, however many want to know', async () => {
  const sizes = await Promise.all([poolSize(), poolSize(), poolSize()])
  expect(sizes).toEqual([60, 60, 60])
  desk.clock.move(4 * minute)
  await poolSize()
  expect(asked()).toBe(1)
  desk.clock.move(2 * minute)
  await poolSize()
  expect(asked()).toBe(2)
})

test('a size that cannot be read is not known, and is asked for again soon', async () => {
  silence(1)
  expect(await poolSize()).toBeNull()
  expect(await poolSize()).toBeNull()
  expect(asked()).toBe(1)
  desk.clock.move(11_000)
  expect(await poolSize()).toBe(60)
})

test('a size that was known is not believed once it is old and cannot be read again', async () => {
  expect(await poolSize()).toBe(60)
  desk.clock.move(6 * minute)
  silence(1)
  expect(await poolSize()).toBeNull()
})

test('whoever only looks is told what was read last, while it is read again', async () => {
  const first = await poolSize({ atOnce: true })
  desk.clock.move(6 * minute)
  desk.sandbox.switches({
    faults: [{ call: 'list-users', behave: 'slow', delayMs: 300, times: 1 }],
  })
  expect(await poolSize({ atOnce: true })).toBe(first)
  const answers = () => desk.calls('list-users').filter(({ answered }) => answered !== null)
  expect(answers()).toHaveLength(1)
  expect(await poolSize()).toBe(first)
  expect(answers()).toHaveLength(2)
})

test.each([-1, 1.5, 1e300])('a pool of %d users is of no known size', async (totalCount) => {
  const genauth = {
    ...desk.genauth,
    listUsers: async () => ({ ok: true as const, value: { totalCount, list: [] } }),
  }
  expect(await poolSizeOf({ ...desk.world, genauth })()).toBeNull()
})

test('a reading that breaks while nobody waits for it is logged, and ends nothing', async () => {
  const broken = new Error('the socket is nothing')
  let breaks = false
  const genauth: typeof desk.genauth = {
    ...desk.genauth,
    listUsers: async (filter) => {
      if (breaks) throw broken
      return desk.genauth.listUsers(filter)
    },
  }
  const ear = openEar()
  const size = poolSizeOf({ ...desk.world, genauth, log: pino(ear.stream) })
  expect(await size()).toBe(60)
  desk.clock.move(6 * minute)
  breaks = true
  expect(await size({ atOnce: true })).toBe(60)
  expect(await size()).toBeNull()
  expect(ear.heard()).toContain(broken.message)
})
