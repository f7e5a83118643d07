import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { linYue, signInLinYue } from './people.fixture.ts'

describe.each(engines)('people, sign-ins and sessions on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const signIn = {
    stateHash: 'hash of the state',
    browserHash: 'hash of the cookie',
    nonce: 'nonce',
    codeVerifier: 'verifier',
    returnTo: '/users',
    expiresAt: minutesLater(10),
  }

  const sessionOf = (personId: string) => ({
    sessionHash: 'hash of the session',
    personId,
    createdAt: friday,
    expiresAt: minutesLater(480),
    lastSeenAt: friday,
    authTime: friday,
  })

  test('a person who signs in again keeps their id and takes the role and name told now', async () => {
    const store = await open()
    const first = await store.people.signedIn(linYue, friday)
    const again = await store.people.signedIn(
      { ...linYue, name: 'Lin Yue (IT)', role: 'approver', emailVerified: false },
      minutesLater(60),
    )
    expect(again).toEqual({
      ...linYue,
      personId: first.personId,
      name: 'Lin Yue (IT)',
      role: 'approver',
      emailVerified: false,
      revoked: false,
    })
    expect(await store.people.byId(first.personId)).toEqual(again)
  })

  test('the same sub at another provider is somebody else', async () => {
    const store = await open()
    const here = await store.people.signedIn(linYue, friday)
    const there = await store.people.signedIn({ ...linYue, iss: 'https://other.example' }, friday)
    expect(there.personId).not.toBe(here.personId)
    expect(await store.people.names([here.personId, 'nobody'])).toEqual(
      new Map([[here.personId, 'Lin Yue']]),
    )
    expect(await store.people.names([])).toEqual(new Map())
    expect(await store.people.byId('nobody')).toBeNull()
  })

  test('signing in again does not give back what was revoked', async () => {
    const store = await open()
    await signInLinYue(store)
    await meddle(store.databaseUrl, 'update people set revoked = 1')
    expect((await store.people.signedIn(linYue, friday)).revoked).toBe(true)
  })

  test('a name may hold what databases stumble over', async () => {
    const store = await open()
    const { name } = await store.people.signedIn({ ...linYue, name: 'L\0in \ud800 "\'%' }, friday)
    expect(name).toBe('L\ufffdin \ufffd "\'%')
  })

  test('a pending sign-in serves once, and not after its end', async () => {
    const store = await open()
    await store.signIns.begin(signIn)
    expect(await store.signIns.take('another state', friday)).toBeNull()
    expect(await store.signIns.take(signIn.stateHash, friday)).toEqual(signIn)
    expect(await store.signIns.take(signIn.stateHash, friday)).toBeNull()

    await store.signIns.begin(signIn)
    expect(await store.signIns.take(signIn.stateHash, minutesLater(10))).toBeNull()
  })

  test('two tabs that come back with one state: one of them is let in', async () => {
    const store = await open()
    await store.signIns.begin(signIn)
    const taken = await Promise.all([
      store.signIns.take(signIn.stateHash, friday),
      store.signIns.take(signIn.stateHash, friday),
    ])
    expect(taken.filter(Boolean)).toEqual([signIn])
  })

  test('sign-ins that nobody came back from are swept out by the next', async () => {
    const store = await open({ now: () => new Date(minutesLater(11)) })
    await store.signIns.begin(signIn)
    await store.signIns.begin({
      ...signIn,
      stateHash: 'hash of the next',
      expiresAt: minutesLater(21),
    })
    expect(await meddle(store.databaseUrl, 'select state_hash from sign_ins')).toEqual([
      { state_hash: 'hash of the next' },
    ])
  })

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
      createdAt: minutesLater(500),
      expiresAt: minutesLater(900),
    })
    expect(await meddle(store.databaseUrl, 'select session_hash from sessions')).toEqual([
      { session_hash: 'hash of the next' },
    ])
  })
})
