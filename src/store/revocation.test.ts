import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { linYue, resignationOf, sessionOf, signInLinYue } from './people.fixture.ts'
import { CannotRecord } from './store.ts'

describe.each(engines)('access taken away and given back on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const { iss, sub } = linYue

  /** Lin Yue and Zhao Min, each with a session. */
  const twoAtWork = async () => {
    const store = await open()
    const lin = await signInLinYue(store)
    const { personId: min } = await store.people.signedIn({ ...linYue, sub: 'zhao-min' }, friday)
    const hers = { ...sessionOf(min), sessionHash: 'hash of hers', sessionId: 'hers' }
    await store.sessions.start(sessionOf(lin))
    await store.sessions.start(hers)
    const sessionsOf = (personId: string) => store.sessions.of(personId, minutesLater(1), friday)
    return { ...store, lin, min, hers, sessionsOf }
  }

  test('all sessions of the person end at once, nobody else’s does', async () => {
    const { people, sessions, lin, min, hers, sessionsOf } = await twoAtWork()
    const revoked = { ...linYue, personId: lin, revoked: true }
    expect(await people.setRevoked({ iss, sub }, true, minutesLater(1))).toEqual(revoked)
    expect(await sessionsOf(lin)).toEqual([])
    expect(await sessions.find('hash of the session', minutesLater(1), friday)).toBeNull()
    expect(await people.byId(lin)).toEqual(revoked)
    expect(await sessionsOf(min)).toEqual([hers])
    expect(await people.byId(min)).toMatchObject({ revoked: false })
  })

  test('it is an entry that names nobody but in the part that can be erased', async () => {
    const { people, audit, lin } = await twoAtWork()
    await people.setRevoked({ iss, sub }, true, minutesLater(1))
    await people.setRevoked({ iss, sub }, false, minutesLater(2))
    const facts = { person: lin }
    const entry = { kind: 'note', personId: null, userId: null, batchId: null, facts }
    const personal = { iss, sub, name: 'Lin Yue' }
    expect(await audit.entries(1, 10)).toMatchObject([
      { ...entry, action: 'revokePerson', at: minutesLater(1), personal },
      { ...entry, action: 'restorePerson', at: minutesLater(2), personal },
    ])
    expect(await audit.verify()).toEqual({ holds: true, entries: 2 })
  })

  test('whoever is out stays out when they sign in again, and sessions do not come back', async () => {
    const { people, sessions, lin, sessionsOf } = await twoAtWork()
    await people.setRevoked({ iss, sub }, true, friday)
    const again = await people.signedIn({ ...linYue, role: 'approver' }, minutesLater(1))
    expect(again).toMatchObject({ personId: lin, role: 'approver', revoked: true })
    await sessions.start(sessionOf(lin))
    expect(await sessionsOf(lin)).toEqual([])
    expect(await sessions.find('hash of the session', minutesLater(1), friday)).toBeNull()

    const restored = await people.setRevoked({ iss, sub }, false, minutesLater(2))
    expect(restored).toMatchObject({ personId: lin, role: 'approver', revoked: false })
    expect(await sessionsOf(lin)).toEqual([])
    await sessions.start(sessionOf(lin))
    expect(await sessionsOf(lin)).toHaveLength(1)
  })

  test('what is so already changes nothing and is no entry', async () => {
    const { people, audit, lin, sessionsOf } = await twoAtWork()
    expect(await people.setRevoked({ iss, sub }, false, friday)).toBeNull()
    expect(await people.setRevoked({ iss, sub: 'nobody' }, false, friday)).toBeNull()
    expect(await sessionsOf(lin)).toHaveLength(1)
    expect(await audit.lastSeq()).toBe(0)
    const both = await Promise.all([
      people.setRevoked({ iss, sub }, true, friday),
      people.setRevoked({ iss, sub }, true, friday),
    ])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await audit.lastSeq()).toBe(1)
  })

  test('somebody who never signed in is kept out before they come', async () => {
    const { people } = await twoAtWork()
    const guoTing = { iss, sub: 'guo-ting' }
    const kept = await people.setRevoked(guoTing, true, friday)
    expect(kept).toMatchObject({ ...guoTing, name: 'guo-ting', role: null, revoked: true })
    const come = await people.signedIn({ ...linYue, ...guoTing, name: 'Guo Ting' }, minutesLater(1))
    expect(come).toMatchObject({ personId: kept?.personId, name: 'Guo Ting', revoked: true })
  })

  test('the same sub at another provider is somebody else', async () => {
    const { people, lin } = await twoAtWork()
    await people.setRevoked({ iss: 'https://other.example', sub }, true, friday)
    expect(await people.byId(lin)).toMatchObject({ revoked: false })
  })

  test('a broken chain keeps nobody from taking access away, but from giving it back', async () => {
    const { people, audit, lin, databaseUrl, sessionsOf } = await twoAtWork()
    await meddle(databaseUrl, `update audit_head set mac = 'other'`)
    expect(await people.setRevoked({ iss, sub }, true, friday)).toMatchObject({ personId: lin })
    expect(await people.byId(lin)).toMatchObject({ revoked: true })
    expect(await sessionsOf(lin)).toEqual([])
    expect(await audit.entries(1, 10)).toEqual([])
    await expect(people.setRevoked({ iss, sub }, false, friday)).rejects.toThrow(CannotRecord)
    expect(await people.byId(lin)).toMatchObject({ revoked: true })
  })

  test('a command beside the server does it on whichever pool the database belongs to', async () => {
    const { people, acts, audit, lin, min, databaseUrl, sessionsOf } = await twoAtWork()
    const command = await open({ databaseUrl, belongsTo: null, lock: false })
    await acts.recordIntent(resignationOf('li-wei', lin), friday)
    expect(await command.people.setRevoked({ iss, sub }, true, friday)).not.toBeNull()
    expect(await sessionsOf(lin)).toEqual([])
    expect(await people.byId(lin)).toMatchObject({ revoked: true })
    await acts.recordIntent(resignationOf('zhao-min', min), friday)
    expect(await audit.verify()).toEqual({ holds: true, entries: 3 })
  })
})
