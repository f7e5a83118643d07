import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { linYue, resignationOf, sessionOf, signInLinYue } from './people.fixture.ts'
import type { Store } from './store.ts'
import { Unentitled } from './store.ts'

describe.each(engines)('whoever may not act any longer on %s', (engine) => {
  const { open } = databasesOn(engine)
  const { iss, sub } = linYue
  const session = sessionOf('lin').sessionHash

  const signedIn = async () => {
    const store = await open()
    const lin = await signInLinYue(store)
    await store.sessions.start(sessionOf(lin))
    const { personId: min } = await store.people.signedIn({ ...linYue, sub: 'zhao-min' }, friday)
    return { ...store, lin, min }
  }

  const losses: [what: string, role: string | null | undefined, (store: Store) => unknown][] = [
    ['access', undefined, ({ people }) => people.setRevoked({ iss, sub }, true, friday)],
    ['the role for it', 'viewer', ({ people }) => demoted(people, 'viewer')],
    ['every role', null, ({ people }) => demoted(people, null)],
    ['the session they asked by', undefined, ({ sessions }) => sessions.end(session)],
  ]
  const demoted = (people: Store['people'], role: string | null) =>
    people.signedIn({ ...linYue, role }, minutesLater(1))

  test.each(losses)('has lost %s: nothing is written down', async (_, role, lose) => {
    const store = await signedIn()
    await lose(store)
    const entries = await store.audit.lastSeq()
    const intent = resignationOf('li-wei', store.lin)
    const refused = store.acts.recordIntent(intent, friday, { sessionHash: session })
    await expect(refused).rejects.toThrow(Unentitled)
    await expect(refused).rejects.toMatchObject({ role })
    expect(await store.acts.open()).toEqual([])
    expect(await store.acts.lastSnapshot('li-wei')).toBeNull()
    expect(await store.audit.lastSeq()).toBe(entries)
    await store.acts.recordIntent(resignationOf('li-wei', store.min), friday)
  })

  test('is refused also where nobody counts what they send, and nobody asks for their session', async () => {
    const { acts, people, lin } = await signedIn()
    await people.setRevoked({ iss, sub }, true, friday)
    const refused = acts.recordIntent(resignationOf('li-wei', lin), friday)
    await expect(refused).rejects.toThrow(Unentitled)
    await people.setRevoked({ iss, sub }, false, friday)
    await acts.recordIntent(resignationOf('li-wei', lin), friday)
  })

  test('acts before the entry that takes access away, or not at all', async () => {
    const { acts, audit, people, lin } = await signedIn()
    for (const userId of ['li-wei', 'zhao-min', 'guo-ting', 'li-na']) {
      const [acted] = await Promise.allSettled([
        acts.recordIntent(resignationOf(userId, lin), friday),
        people.setRevoked({ iss, sub }, true, friday),
      ])
      const revokedAt = (await audit.entries(1, 20)).findLast(
        ({ action }) => action === 'revokePerson',
      )
      if (acted.status === 'fulfilled') expect(acted.value).toBeLessThan(revokedAt?.seq ?? 0)
      else expect(acted.reason).toBeInstanceOf(Unentitled)
      await people.setRevoked({ iss, sub }, false, friday)
    }
  })
})
