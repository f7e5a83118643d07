import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apps } from '#sandbox/company.ts'
import { endingSessions } from './deed.ts'
import type { Desk } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'
import { readExistingUser } from './reading.ts'

let desk: Desk
let chenJing: Caller

beforeEach(async () => {
  desk = await openDesk()
  chenJing = await desk.signIn('Chen Jing')
})
afterEach(() => desk.close())

const see = (key: string) =>
  desk.does.getUser(asked(chenJing, { params: { userId: desk.person(key).userId } }))

async function endSessions(key: string) {
  const { version, summary } = await see(key)
  const { userId } = summary
  return desk.does.endSessions(asked(chenJing, { params: { userId }, body: { version } }))
}

async function end(how: 'resignUser' | 'deleteUser', key: string, more = {}) {
  const { version, summary } = await see(key)
  const typed = summary.username ?? summary.userId
  const body = { version, reason: 'HR-1', typed, endSessions: true, ...more }
  return desk.does[how](asked(chenJing, { params: { userId: summary.userId }, body }))
}

const checkAgain = (entryId: number) =>
  desk.does.checkAct(asked(chenJing, { params: { entryId }, body: {} }))
const sessionsOf = async (key: string) => {
  const { apps: signedIn } = (await see(key)).access
  return signedIn.state === 'read' ? signedIn.items.length : null
}
const writes = () =>
  desk.sandbox
    .ledger()
    .map(({ call }) => call)
    .filter((call) => !call.startsWith('get-') && !call.startsWith('list-'))

describe('ending the sessions of one user', () => {
  test('Li Wei is signed out of four apps in one call, and stays as he was', async () => {
    const reply = await endSessions('li-wei')
    expect(reply).toMatchObject({
      outcome: 'done',
      answered: 'success',
      seen: { gone: false, status: 'Activated', sessions: 0 },
    })
    expect(desk.calls('kick-users')).toMatchObject([
      { ids: [desk.person('li-wei').userId], userIdType: 'user_id' },
    ])
    expect((await see('li-wei')).history).toMatchObject([
      { action: 'endSessions', about: null, reason: null, outcome: 'done' },
    ])
  })

  test('it goes in fifties, each app once', async () => {
    const reading = await readExistingUser(desk.world, desk.person('li-wei').userId)
    const app = (index: number) => ({ appId: `app-${index % 120}`, appName: null })
    const value = Array.from({ length: 180 }, (_, index) => app(index))
    const access = { ...reading.access, apps: { ok: true as const, value } }
    expect(endingSessions({ ...reading, access }).calls).toHaveLength(3)
  })

  test('Gao Xiang is signed in nowhere: nothing is sent', async () => {
    await expect(endSessions('gao-xiang')).rejects.toMatchObject({ code: 'nothing_there' })
    expect(writes()).toEqual([])
  })

  test('without knowing the apps nothing can be sent', async () => {
    desk.sandbox.switches({ faults: [{ call: 'get-user-loggedin-apps', behave: 'html' }] })
    await expect(endSessions('li-wei')).rejects.toMatchObject({ code: 'upstream_unclear' })
    expect(writes()).toEqual([])
  })

  test('Stubborn Stan stays signed in: not confirmed, and looking again says the same', async () => {
    const reply = await endSessions('stubborn-stan')
    expect(reply).toMatchObject({ outcome: 'not_confirmed', seen: { sessions: 2 } })
    expect(await checkAgain(reply.entryId)).toMatchObject({ outcome: 'not_confirmed' })
    expect(desk.calls('kick-users')).toHaveLength(1)
  })

  test('Timeout Tina is signed out although the call times out: done, without a second call', async () => {
    expect(await endSessions('timeout-tina')).toMatchObject({
      outcome: 'done',
      answered: 'ambiguous',
    })
    expect(desk.calls('kick-users')).toHaveLength(1)
  })

  test('what is applied after our time-out is done as soon as somebody looks again', async () => {
    desk.sandbox.switches({ faults: [{ call: 'kick-users', behave: 'late', delayMs: 4_000 }] })
    const reply = await endSessions('li-wei')
    expect(reply).toMatchObject({ outcome: 'not_confirmed', answered: 'ambiguous' })
    await expect.poll(() => sessionsOf('li-wei'), { timeout: 10_000 }).toBe(0)
    expect(await checkAgain(reply.entryId)).toMatchObject({ outcome: 'done' })
  })

  test('Gone Gina had no session to end: it is never called done', async () => {
    expect(await endSessions('gone-gina')).toMatchObject({
      outcome: 'not_confirmed',
      seen: { gone: true, sessions: null },
    })
  })
})

describe('resigning with the sessions', () => {
  test('sessions end first, and only with none left it is done', async () => {
    expect(await end('resignUser', 'li-wei')).toMatchObject({
      outcome: 'done',
      seen: { status: 'Resigned', roles: 0, sessions: 0 },
    })
    expect(writes()).toEqual(['kick-users', 'resign-user'])
    expect((await see('li-wei')).history).toMatchObject([{ action: 'resignUser' }])
  })

  test('who does not ask for it leaves the sessions alone', async () => {
    expect(await end('resignUser', 'li-wei', { endSessions: false })).toMatchObject({
      outcome: 'done',
      seen: { sessions: null },
    })
    expect(writes()).toEqual(['resign-user'])
    expect(await sessionsOf('li-wei')).toBe(4)
  })

  test('who is signed in nowhere is resigned at once', async () => {
    expect(await end('resignUser', 'gao-xiang')).toMatchObject({
      outcome: 'done',
      seen: { sessions: 0 },
    })
    expect(writes()).toEqual(['resign-user'])
  })

  test('a session that is left keeps a resignation from being done', async () => {
    desk.sandbox.switches({ faults: [{ call: 'kick-users', behave: 'lie' }] })
    const reply = await end('resignUser', 'li-wei')
    expect(reply).toMatchObject({
      outcome: 'not_confirmed',
      seen: { status: 'Resigned', sessions: 4 },
    })
    expect(await checkAgain(reply.entryId)).toMatchObject({ outcome: 'not_confirmed' })
    desk.sandbox.switches({ faults: [] })
    await desk.genauth.kickUsers(
      desk.person('li-wei').userId,
      apps.map(({ appId }) => appId),
    )
    expect(await checkAgain(reply.entryId)).toMatchObject({ outcome: 'done' })
  })

  test('apps that cannot be read keep it closed, also for who proceeds without the preview', async () => {
    desk.sandbox.switches({ faults: [{ call: 'get-user-loggedin-apps', behave: '500' }] })
    await expect(end('resignUser', 'li-wei', { withoutPreview: true })).rejects.toMatchObject({
      code: 'upstream_refused',
    })
    expect(writes()).toEqual([])
    const without = { withoutPreview: true, endSessions: false }
    expect(await end('resignUser', 'li-wei', without)).toMatchObject({ outcome: 'done' })
  })

  test('a refused sign-out ends it there: nobody is resigned, nothing was done', async () => {
    desk.sandbox.switches({ faults: [{ call: 'kick-users', behave: '429' }] })
    expect(await end('resignUser', 'li-wei')).toMatchObject({
      outcome: 'failed',
      answered: 'not_applied',
      seen: { status: 'Activated', sessions: 4 },
    })
    expect(writes()).toEqual(['kick-users'])
  })

  test('an unclear sign-out ends it there, and something may have been done', async () => {
    expect(await end('resignUser', 'timeout-tina')).toMatchObject({
      outcome: 'not_confirmed',
      answered: 'ambiguous',
      seen: { status: 'Activated', sessions: 0 },
    })
    expect(writes()).toEqual(['kick-users'])
  })

  test('a refused resignation after the sign-out is no failure without effect', async () => {
    desk.sandbox.switches({ faults: [{ call: 'resign-user', behave: '403' }] })
    expect(await end('resignUser', 'li-wei')).toMatchObject({
      outcome: 'not_confirmed',
      answered: 'not_applied',
      seen: { status: 'Activated', sessions: 0 },
    })
  })
})

describe('deleting with the sessions', () => {
  test('sessions end first', async () => {
    expect(await end('deleteUser', 'li-wei')).toMatchObject({
      outcome: 'done',
      seen: { gone: true },
    })
    expect(writes()).toEqual(['kick-users', 'delete-users-batch'])
  })

  test('Gone Gina was gone before she could be deleted: not our doing', async () => {
    expect(await end('deleteUser', 'gone-gina')).toMatchObject({
      outcome: 'already_so',
      seen: { gone: true },
    })
    expect(writes()).toEqual(['kick-users'])
  })
})
