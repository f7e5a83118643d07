import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { linYue, signInLinYue } from './people.fixture.ts'

describe.each(engines)('people and sign-ins on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const signIn = {
    stateHash: 'hash of the state',
    browserHash: 'hash of the cookie',
    nonce: 'nonce',
    codeVerifier: 'verifier',
    returnTo: '/users',
    fresh: true,
    expiresAt: minutesLater(10),
  }

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

  test('whoever has the same verified e-mail is the same person, whatever its case', async () => {
    const { people } = await open()
    const known = async (sub: string, email: string | null, emailVerified = true) =>
      (await people.signedIn({ ...linYue, sub, email, emailVerified }, friday)).personId
    const one = await known('lin-yue', 'Lin.Yue@example.com')
    const two = await known('lin-yue-2', ' lin.yue@EXAMPLE.com')
    const unverified = await known('zhao-min', 'lin.yue@example.com', false)
    const without = await known('guo-ting', null)
    const empty = await known('li-na', '')
    await known('li-mei', ' ')
    const accented = await known('jurgen', 'J\u00dcRGEN@example.com')
    const decomposed = await known('juergen', 'ju\u0308rgen@example.com')

    expect((await people.same(one)).sort()).toEqual([one, two].sort())
    expect((await people.same(two)).sort()).toEqual([one, two].sort())
    for (const alone of [unverified, without, empty]) {
      expect(await people.same(alone)).toEqual([alone])
    }
    expect((await people.same(accented)).sort()).toEqual([accented, decomposed].sort())
    expect(await people.same('nobody')).toEqual(['nobody'])
  })

  test('whoever changes their address, or has it verified no more, is still the same person', async () => {
    const { people } = await open()
    const known = async (sub: string, email: string | null, emailVerified = true) =>
      (await people.signedIn({ ...linYue, sub, email, emailVerified }, friday)).personId
    const one = await known('lin-yue', 'lin.yue@example.com')
    const two = await known('lin-yue-2', 'lin.yue@example.com')
    const both = async () => {
      expect(await people.same(one)).toEqual([one, two])
      expect(await people.same(two)).toEqual([two, one])
    }
    await known('lin-yue-2', 'somebody.else@example.com')
    await both()
    await known('lin-yue', 'lin.yue@example.com', false)
    await known('lin-yue', null)
    await known('lin-yue-2', null)
    await both()
    await known('lin-yue', 'lin.yue@example.com')
    await both()
  })

  test('an address that was not verified when it was told joins nobody later', async () => {
    const { people } = await open()
    const known = async (sub: string, email: string, emailVerified: boolean) =>
      (await people.signedIn({ ...linYue, sub, email, emailVerified }, friday)).personId
    const one = await known('lin-yue', 'lin.yue@example.com', true)
    await known('zhao-min', 'lin.yue@example.com', false)
    const other = await known('zhao-min', 'zhao.min@example.com', true)
    expect(await people.same(one)).toEqual([one])
    expect(await people.same(other)).toEqual([other])
  })

  test('accounts that share addresses in a row are all one person, and in the same order', async () => {
    const { people } = await open()
    const known = async (sub: string, ...emails: string[]) => {
      let personId = ''
      for (const email of emails) {
        personId = (await people.signedIn({ ...linYue, sub, email }, friday)).personId
      }
      return personId
    }
    const chain = [
      await known('one', 'a@example.com', 'b@example.com'),
      await known('two', 'b@example.com', 'c@example.com'),
      await known('three', 'c@example.com', 'd@example.com'),
      await known('four', 'd@example.com', 'a@example.com'),
      await known('five', 'd@example.com', 'e@example.com'),
    ]
    const apart = await known('six', 'f@example.com')
    for (const personId of chain) {
      const others = chain.filter((other) => other !== personId).sort()
      expect(await people.same(personId)).toEqual([personId, ...others])
    }
    expect(await people.same(apart)).toEqual([apart])
  })

  test('an address is kept once, however often somebody signs in', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    await signInLinYue(store)
    await store.people.signedIn({ ...linYue, email: ' LIN.YUE@example.com ' }, friday)
    await store.people.signedIn({ ...linYue, email: 'lin@example.com' }, friday)
    const kept = 'select person_id, verified_email from person_emails order by verified_email'
    expect(await meddle(store.databaseUrl, kept)).toEqual([
      { person_id: personId, verified_email: 'lin.yue@example.com' },
      { person_id: personId, verified_email: 'lin@example.com' },
    ])
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

    await store.signIns.begin({ ...signIn, fresh: false })
    expect(await store.signIns.take(signIn.stateHash, minutesLater(10))).toBeNull()
    await store.signIns.begin({ ...signIn, fresh: false })
    expect(await store.signIns.take(signIn.stateHash, friday)).toMatchObject({ fresh: false })
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

  test('of more sign-ins than ten thousand those that wait longest give way', async () => {
    const store = await open()
    const { databaseUrl } = store
    await meddle(
      databaseUrl,
      `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 10000)
       insert into sign_ins
         (state_hash, browser_hash, nonce, code_verifier, return_to, expires_at, fresh)
       select 'state ' || n, 'x', 'x', 'x', '/', '${friday.slice(0, 10)}T23:' || (10 + n / 1000) || ':'
         || (10000 + n) || 'Z', 0 from numbers`,
    )
    const count = async () => {
      const [row] = await meddle(databaseUrl, 'select count(*) as count from sign_ins')
      return Number(row?.count)
    }
    const expiresAt = `${friday.slice(0, 10)}T23:59:00.000Z`
    await store.signIns.begin({ ...signIn, expiresAt })
    expect(await count()).toBe(10_000)
    await store.signIns.begin({ ...signIn, stateHash: 'another', expiresAt })
    expect(await count()).toBe(10_000)
    for (const given of ['state 1', 'state 2']) {
      expect(await store.signIns.take(given, friday)).toBeNull()
    }
    for (const waiting of ['state 3', 'state 10000', signIn.stateHash, 'another']) {
      expect(await store.signIns.take(waiting, friday)).not.toBeNull()
    }
  })
})
