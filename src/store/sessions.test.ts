import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { linYue, sessionOf, signInLinYue } from './people.fixture.ts'

describe.each(engines)('sessions on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  test('a session is found with its person until it ends', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const session = sessionOf(personId)
    await store.sessions.start(session)
    expect(await store.sessions.find(session.sessionHash, minutesLater(1), friday)).toEqual({
      session,
      person: { ...linYue, personId, revoked: false },
    })
    await store.sessions.end(session.sessionHash)
    expect(await store.sessions.find(session.sessionHash, minutesLater(1), friday)).toBeNull()
  })

  test('a session ends by its absolute end, by idleness, and when the person is revoked', async () => {
    const store = await open()
    const session = sessionOf(await signInLinYue(store))
    await store.sessions.start(session)
    const find = (at: string, idleSince: string) =>
      store.sessions.find(session.sessionHash, at, idleSince)

    expect(await find(minutesLater(480), minutesLater(-1))).toBeNull()
    expect(await find(minutesLater(16), minutesLater(1))).toBeNull()
    await store.sessions.touch(session.sessionHash, minutesLater(5))
    expect((await find(minutesLater(16), minutesLater(1)))?.session.lastSeenAt).toBe(
      minutesLater(5),
    )
    await meddle(store.databaseUrl, 'update people set revoked = 1')
    expect(await find(minutesLater(16), minutesLater(1))).toBeNull()
  })

  test('sessions past their end are swept out by the next one', async () => {
    const store = await open()
    const session = sessionOf(await signInLinYue(store))
    await store.sessions.start(session)
    await store.sessions.start({
      ...session,
      sessionHash: 'hash of the next',
      sessionId: 'the next',
      createdAt: minutesLater(500),
      expiresAt: minutesLater(900),
    })
    expect(await meddle(store.databaseUrl, 'select session_hash from sessions')).toEqual([
      { session_hash: 'hash of the next' },
    ])
  })

  /** Lin Yue with two sessions, and Zhao Min with one. */
  const threeSessions = async () => {
    const store = await open()
    const lin = await signInLinYue(store)
    const { personId: min } = await store.people.signedIn({ ...linYue, sub: 'zhao-min' }, friday)
    const named = (name: string, personId: string, createdAt: string) => ({
      ...sessionOf(personId),
      sessionHash: `hash of ${name}`,
      sessionId: name,
      createdAt,
      lastSeenAt: createdAt,
    })
    const desk = named('desk', lin, friday)
    const phone = { ...named('phone', lin, minutesLater(5)), agent: null, authTime: null }
    const hers = named('hers', min, minutesLater(6))
    for (const session of [desk, phone, hers]) await store.sessions.start(session)
    return { ...store, lin, min, desk, phone, hers }
  }

  test('a person sees their own sessions that have not ended, the newest first', async () => {
    const { sessions, lin, min, desk, phone, hers } = await threeSessions()
    expect(await sessions.of(lin, minutesLater(7), friday)).toEqual([phone, desk])
    expect(await sessions.of(min, minutesLater(7), friday)).toEqual([hers])
    expect(await sessions.of(lin, minutesLater(7), minutesLater(1))).toEqual([phone])
    expect(await sessions.of(lin, minutesLater(480), friday)).toEqual([])
    expect(await sessions.of('nobody', minutesLater(7), friday)).toEqual([])
  })

  test('a session is ended by its owner and by nobody else', async () => {
    const { sessions, lin, min, desk, phone, hers } = await threeSessions()
    expect(await sessions.endOne(min, 'desk')).toBe(false)
    expect(await sessions.endOne(lin, 'hash of desk')).toBe(false)
    expect(await sessions.of(lin, minutesLater(7), friday)).toEqual([phone, desk])
    expect(await sessions.endOne(lin, 'desk')).toBe(true)
    expect(await sessions.endOne(lin, 'desk')).toBe(false)
    expect(await sessions.of(lin, minutesLater(7), friday)).toEqual([phone])
    expect(await sessions.find(desk.sessionHash, minutesLater(7), friday)).toBeNull()
    expect(await sessions.of(min, minutesLater(7), friday)).toEqual([hers])
  })

  test('ending all others leaves this one, and those of other people', async () => {
    const { sessions, lin, min, desk, hers } = await threeSessions()
    await sessions.endOthers(min, desk.sessionHash)
    expect(await sessions.of(min, minutesLater(7), friday)).toEqual([])
    await sessions.start(hers)
    await sessions.endOthers(lin, desk.sessionHash)
    expect(await sessions.of(lin, minutesLater(7), friday)).toEqual([desk])
    expect(await sessions.of(min, minutesLater(7), friday)).toEqual([hers])
  })

  test('no two sessions bear one name', async () => {
    const { sessions, min } = await threeSessions()
    const again = { ...sessionOf(min), sessionHash: 'hash of another', sessionId: 'desk' }
    await expect(sessions.start(again)).rejects.toThrow()
  })
})
