import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'

describe.each(engines)('idempotency keys on %s', (engine) => {
  const { open } = databasesOn(engine)

  const key = {
    personId: 'lin',
    operation: 'resignUser',
    key: 'key-1',
    bodyHash: 'body',
    at: friday,
  }
  const answer = { status: 200, body: '{"outcome":"done"}' }

  test('the first request goes ahead, one beside it waits, one after it hears the same answer', async () => {
    const { idempotency } = await open()
    expect(await idempotency.claim(key)).toEqual({ state: 'fresh' })
    expect(await idempotency.claim(key)).toEqual({ state: 'running' })
    await idempotency.settle(key, answer)
    expect(await idempotency.claim(key)).toEqual({ state: 'settled', ...answer })
  })

  test('of many at the same moment exactly one goes ahead', async () => {
    const { idempotency } = await open()
    const claims = await Promise.all(Array.from({ length: 8 }, () => idempotency.claim(key)))
    expect(claims.filter(({ state }) => state === 'fresh')).toHaveLength(1)
    expect(claims.filter(({ state }) => state === 'running')).toHaveLength(7)
  })

  test('a key used with another body is told so, running or settled', async () => {
    const { idempotency } = await open()
    await idempotency.claim(key)
    expect(await idempotency.claim({ ...key, bodyHash: 'other' })).toEqual({ state: 'other_body' })
    await idempotency.settle(key, answer)
    expect(await idempotency.claim({ ...key, bodyHash: 'other' })).toEqual({ state: 'other_body' })
  })

  test('a key means something per person and operation only', async () => {
    const { idempotency } = await open()
    await idempotency.claim(key)
    expect(await idempotency.claim({ ...key, personId: 'guo' })).toEqual({ state: 'fresh' })
    expect(await idempotency.claim({ ...key, operation: 'deleteUser' })).toEqual({ state: 'fresh' })
  })

  test('after 24 hours a key is new again, and not a minute before', async () => {
    const { idempotency } = await open()
    await idempotency.claim(key)
    await idempotency.settle(key, answer)
    const almost = await idempotency.claim({ ...key, at: minutesLater(24 * 60 - 1) })
    expect(almost).toEqual({ state: 'settled', ...answer })
    expect(await idempotency.claim({ ...key, at: minutesLater(24 * 60) })).toEqual({
      state: 'fresh',
    })
  })

  test('a released key is free, a settled one is not released', async () => {
    const { idempotency } = await open()
    await idempotency.claim(key)
    await idempotency.release(key)
    expect(await idempotency.claim(key)).toEqual({ state: 'fresh' })
    await idempotency.settle(key, answer)
    await idempotency.release(key)
    expect(await idempotency.claim(key)).toEqual({ state: 'settled', ...answer })
  })

  test('a key left running by a dead process is free again ten minutes later', async () => {
    const { idempotency } = await open()
    await idempotency.claim(key)
    const claimAfter = (minutes: number, bodyHash = 'body') =>
      idempotency.claim({ ...key, bodyHash, at: minutesLater(minutes) })
    expect(await claimAfter(9)).toEqual({ state: 'running' })
    expect(await claimAfter(10, 'other')).toEqual({ state: 'other_body' })
    expect(await claimAfter(10)).toEqual({ state: 'fresh' })
  })
})

describe('idempotency keys at a new start', () => {
  const key = {
    personId: 'lin',
    operation: 'resignUser',
    key: 'key-1',
    bodyHash: 'body',
    at: friday,
  }
  const onSqlite = databasesOn('sqlite')
  const onPostgres = databasesOn('postgres')

  test('a server that has its file to itself releases whatever was left running', async () => {
    const { idempotency } = await onSqlite.open()
    await idempotency.claim(key)
    await idempotency.releaseRunning()
    expect(await idempotency.claim(key)).toEqual({ state: 'fresh' })
  })

  test('a replica leaves alone what another replica may be doing right now', async () => {
    const first = await onPostgres.open()
    await first.idempotency.claim(key)
    const { databaseUrl } = first
    const second = await onPostgres.open({ databaseUrl, now: () => new Date(minutesLater(9)) })
    await second.idempotency.releaseRunning()
    expect(await second.idempotency.claim(key)).toEqual({ state: 'running' })

    const third = await onPostgres.open({ databaseUrl, now: () => new Date(minutesLater(10)) })
    await third.idempotency.releaseRunning()
    expect(await third.idempotency.claim(key)).toEqual({ state: 'fresh' })
  })
})
