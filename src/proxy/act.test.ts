import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EndAccountRequest } from '#contract/act.ts'
import type { Desk } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'

let desk: Desk
let chenJing: Caller

beforeEach(async () => {
  desk = await openDesk()
  chenJing = await desk.signIn('Chen Jing')
})
afterEach(() => desk.close())

const see = (key: string, who = chenJing) =>
  desk.does.getUser(asked(who, { params: { userId: desk.person(key).userId } }))

async function end(
  how: 'resignUser' | 'deleteUser',
  key: string,
  changes: Partial<EndAccountRequest> = {},
  who = chenJing,
) {
  const user = await see(key, who)
  const body = {
    version: user.version,
    reason: 'HR-2231',
    typed: user.summary.username ?? user.summary.userId,
    ...changes,
  }
  return desk.does[how](asked(who, { params: { userId: user.summary.userId }, body }))
}

describe('resigning', () => {
  test('Li Wei loses every right, and that was read back', async () => {
    const reply = await end('resignUser', 'li-wei')
    expect(reply).toMatchObject({
      outcome: 'done',
      answered: 'success',
      seen: {
        status: 'Resigned',
        departments: 0,
        roles: 0,
        groups: 0,
        positions: 0,
        authorizations: 0,
      },
    })
  })

  test('only the user id is sent, with its kind written out, once', async () => {
    await end('resignUser', 'li-wei')
    expect(desk.calls('resign-user')).toMatchObject([
      { ids: [desk.person('li-wei').userId], userIdType: 'user_id' },
    ])
  })

  test('Stubborn Stan survives a call that claims success: not confirmed', async () => {
    const reply = await end('resignUser', 'stubborn-stan')
    expect(reply).toMatchObject({ outcome: 'not_confirmed', answered: 'success' })
    expect(desk.calls('resign-user')).toHaveLength(1)
  })

  test('Timeout Tina is changed although the call times out: done, without a second call', async () => {
    const reply = await end('resignUser', 'timeout-tina')
    expect(reply).toMatchObject({ outcome: 'done', answered: 'ambiguous' })
    expect(desk.calls('resign-user')).toHaveLength(1)
  })

  test('Gone Gina vanishes before the call: nothing was done, and she is gone', async () => {
    const reply = await end('resignUser', 'gone-gina')
    expect(reply).toMatchObject({
      outcome: 'failed',
      answered: 'not_applied',
      seen: { gone: true },
    })
  })

  test('who was resigned cannot be resigned again', async () => {
    await end('resignUser', 'li-wei')
    await expect(end('resignUser', 'li-wei')).rejects.toMatchObject({ code: 'nothing_there' })
  })

  test('without a reason, or with other words, nothing is sent', async () => {
    await expect(end('resignUser', 'li-wei', { reason: undefined })).rejects.toMatchObject({
      code: 'reason_required',
    })
    for (const typed of [undefined, '', 'liwe', '10023', 'li wei']) {
      await expect(end('resignUser', 'li-wei', { typed })).rejects.toMatchObject({
        code: 'typed_words_differ',
      })
    }
    expect(desk.calls('resign-user')).toEqual([])
  })

  test('words compare without case and outer blanks', async () => {
    expect(await end('resignUser', 'li-wei', { typed: '  LiWei ' })).toMatchObject({
      outcome: 'done',
    })
  })

  test('who has no username is named by the user id', async () => {
    const { userId } = desk.person('li-wei')
    await expect(end('resignUser', 'li-wei', { typed: userId })).rejects.toMatchObject({
      code: 'typed_words_differ',
    })
  })

  test('a user who changed since they were looked at is refused', async () => {
    const { version } = await see('li-wei')
    await desk.does.deleteSyncRelation(
      asked(chenJing, {
        params: { userId: desk.person('li-wei').userId, provider: 'lark' },
        body: { version, reason: 'HR-1' },
      }),
    )
    await expect(end('resignUser', 'li-wei', { version })).rejects.toMatchObject({
      code: 'changed',
    })
    await expect(end('resignUser', 'li-wei', { version: undefined })).rejects.toMatchObject({
      code: 'changed',
    })
    expect(desk.calls('resign-user')).toEqual([])
  })

  test('rights that cannot be read keep it closed until somebody says to go on without', async () => {
    desk.sandbox.switches({ faults: [{ call: 'get-user-roles', behave: '500' }] })
    const user = await see('li-wei')
    expect(user.access.roles.state).toBe('unread')
    await expect(end('resignUser', 'li-wei')).rejects.toMatchObject({ code: 'preview_missing' })
    const reply = await end('resignUser', 'li-wei', { withoutPreview: true })
    const found = await desk.store.acts.find(reply.entryId)
    expect(found?.intent.facts).toMatchObject({ withoutPreview: true, lacks: ['roles'] })
    expect(found?.snapshot?.lacks).toEqual(['roles'])
  })
})

describe('deleting', () => {
  test('Li Wei is gone afterwards, and what was known of him is kept', async () => {
    expect(await end('deleteUser', 'li-wei')).toMatchObject({
      outcome: 'done',
      seen: { gone: true },
    })
    await expect(see('li-wei')).rejects.toMatchObject({ code: 'user_gone' })
    const params = { userId: desk.person('li-wei').userId }
    const record = await desk.does.getUserRecord(asked(chenJing, { params }))
    expect(record.snapshot).toMatchObject({
      summary: { name: 'Li Wei', username: 'liwei', externalId: '10023' },
      lacks: [],
    })
    expect(record.history).toMatchObject([
      { action: 'deleteUser', who: 'Chen Jing', reason: 'HR-2231', outcome: 'done' },
    ])
  })

  test('Gone Gina ends as gone, and not as our doing', async () => {
    const reply = await end('deleteUser', 'gone-gina')
    expect(reply).toMatchObject({ outcome: 'already_so', seen: { gone: true } })
  })

  test('Stubborn Stan survives: not confirmed, and looking again says the same', async () => {
    const reply = await end('deleteUser', 'stubborn-stan')
    expect(reply).toMatchObject({
      outcome: 'not_confirmed',
      seen: { gone: false, status: 'Activated' },
    })
    const params = { entryId: reply.entryId }
    const again = await desk.does.checkAct(asked(chenJing, { params, body: {} }))
    expect(again).toMatchObject({ outcome: 'not_confirmed' })
    expect(desk.calls('delete-users-batch')).toHaveLength(1)
  })

  test('Timeout Tina is done without a second call', async () => {
    expect(await end('deleteUser', 'timeout-tina')).toMatchObject({ outcome: 'done' })
    expect(desk.calls('delete-users-batch')).toHaveLength(1)
  })

  test('a call that GenAuth refuses has failed, and the account is still there', async () => {
    desk.sandbox.switches({ faults: [{ call: 'delete-users-batch', behave: '429' }] })
    const reply = await end('deleteUser', 'li-wei')
    expect(reply).toMatchObject({ outcome: 'failed', seen: { gone: false, status: 'Activated' } })
  })

  test('nothing is sent when it cannot be written down', async () => {
    const user = await see('li-wei')
    await desk.loseStore()
    const body = { version: user.version, reason: 'HR-1', typed: 'liwei' }
    const params = { userId: user.summary.userId }
    await expect(desk.does.deleteUser(asked(chenJing, { params, body }))).rejects.toMatchObject({
      code: 'cannot_record',
    })
    expect(desk.calls('delete-users-batch')).toEqual([])
  })
})

describe('who may not be acted on', () => {
  test('yourself, known by subject, by own user id or by verified address', async () => {
    const { userId, email } = desk.person('li-wei')
    const selves = [
      { sub: userId },
      { ownUserId: userId },
      { email: email?.toUpperCase() ?? '', emailVerified: true },
    ]
    for (const [index, self] of selves.entries()) {
      const liWei = await desk.signIn(`Li Wei ${index}`, 'operator', self)
      expect((await see('li-wei', liWei)).handsOff).toBe('yourself')
      await expect(end('deleteUser', 'li-wei', {}, liWei)).rejects.toMatchObject({
        code: 'yourself',
      })
    }
  })

  test('an address that nobody verified is nobody', async () => {
    const other = await desk.signIn('Other', 'operator', { email: desk.person('li-wei').email })
    expect((await see('li-wei', other)).handsOff).toBeNull()
  })
})

test('every act stands in the chain as an intent and an outcome, and the chain holds', async () => {
  await end('resignUser', 'li-wei')
  const entries = await desk.store.audit.entries(1, 100)
  expect(entries.map(({ kind, action, outcome }) => [kind, action, outcome])).toEqual([
    ['intent', 'resignUser', null],
    ['outcome', 'resignUser', 'done'],
  ])
  expect(await desk.store.audit.verify()).toMatchObject({ holds: true })
})
