import { afterEach, describe, expect, test } from 'vitest'
import type { Desk, DeskOptions } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'

let desk: Desk
afterEach(() => desk.close())

/** What is done to whom in one dialog with nothing to type; the first of them can be done. */
const acts = [
  { how: 'suspendUser', key: 'li-wei', call: 'update-user-batch' },
  { how: 'reactivateUser', key: 'fang-yi', call: 'update-user-batch' },
  { how: 'endSessions', key: 'li-wei', call: 'kick-users' },
] as const
type Act = (typeof acts)[number]

const idOf = ({ key }: Act) => desk.person(key).userId
async function open(options: DeskOptions = {}) {
  desk = await openDesk(options)
  return desk.signIn('Chen Jing')
}
const versionFor = async (act: Act, who: Caller) =>
  (await desk.does.getUser(asked(who, { params: { userId: idOf(act) } }))).version
const attempt = (act: Act, who: Caller, version: string | undefined) =>
  desk.does[act.how](asked(who, { params: { userId: idOf(act) }, body: { version } }))

/** Nothing but this one refusal, and GenAuth saw no call. */
async function expectRefusal(act: Act, attempted: Promise<unknown>, code: string) {
  const before = desk.calls(act.call).length
  await expect(attempted).rejects.toMatchObject({ code })
  expect(desk.calls(act.call)).toHaveLength(before)
}

describe.each(acts)('$how', (act) => {
  test('a user who changed since they were looked at, or whom nobody looked at, is refused', async () => {
    const who = await open()
    const version = await versionFor(act, who)
    await desk.genauth.deleteUserSyncRelations(idOf(act), 'lark')
    const changed = act.key === 'li-wei' ? version : `${version}.`
    for (const shown of [changed, undefined, '', 'x.y.z']) {
      await expectRefusal(act, attempt(act, who, shown), 'changed')
    }
  })

  test('a status that changed meanwhile is a change', async () => {
    const who = await open()
    const version = await versionFor(act, who)
    await desk.genauth.updateUserStatuses([{ userId: idOf(act), status: 'Deactivated' }])
    await expectRefusal(act, attempt(act, who, version), 'changed')
  })

  test('protected users are left alone', async () => {
    const protectedUsers = new Set(['65f1c0a94be2d7831e0a9c42'])
    const who = await open({ settings: { protectedUsers } })
    if (act.key !== 'li-wei') protectedUsers.add(idOf(act))
    await expectRefusal(act, attempt(act, who, await versionFor(act, who)), 'protected_user')
  })

  test('nobody does it to themselves', async () => {
    await open()
    const self = await desk.signIn('Somebody', 'operator', { ownUserId: idOf(act) })
    await expectRefusal(act, attempt(act, self, await versionFor(act, self)), 'yourself')
  })

  test('nothing is sent while read-only', async () => {
    const who = await open({ settings: { readOnly: true } })
    await expectRefusal(act, attempt(act, who, await versionFor(act, who)), 'read_only')
  })

  test('who is gone is refused', async () => {
    const who = await open()
    const version = await versionFor(act, who)
    await desk.genauth.deleteUsersBatch([idOf(act)])
    await expectRefusal(act, attempt(act, who, version), 'user_gone')
  })

  test('who has an act without an outcome is busy', async () => {
    const who = await open()
    const version = await versionFor(act, who)
    await desk.store.acts.recordIntent(
      {
        action: 'unlinkIdentity',
        userId: idOf(act),
        personId: who.personId,
        roles: ['operator'],
        personal: {},
        facts: {},
        requestId: null,
        snapshot: null,
      },
      desk.clock.now().toISOString(),
    )
    await expectRefusal(act, attempt(act, who, version), 'user_busy')
  })

  test('what cannot be written down is not sent', async () => {
    const who = await open()
    const version = await versionFor(act, who)
    await desk.loseStore()
    await expectRefusal(act, attempt(act, who, version), 'cannot_record')
  })

  test.each([
    ['401', 'upstream_refused'],
    ['429', 'upstream_busy'],
    ['html', 'upstream_unclear'],
    ['hang', 'upstream_silent'],
  ] as const)('who cannot be read, because of %s, is refused', async (behave, code) => {
    const who = await open({ settings: { genauthTimeoutMs: 500 } })
    const version = await versionFor(act, who)
    desk.sandbox.switches({ faults: [{ call: 'get-user', behave }] })
    await expectRefusal(act, attempt(act, who, version), code)
  })

  test.each(['401', '403', '429'] as const)('refused with %s it has failed', async (behave) => {
    const who = await open()
    desk.sandbox.switches({ faults: [{ call: act.call, behave }] })
    expect(await attempt(act, who, await versionFor(act, who))).toMatchObject({
      outcome: 'failed',
      answered: 'not_applied',
      seen: { gone: false },
    })
    expect(desk.calls(act.call)).toHaveLength(1)
  })

  test.each(['reset', 'cut', 'html', 'empty', '204', 'redirect', '500', 'success-false'] as const)(
    'after the unclear answer %s only what is seen counts',
    async (behave) => {
      const who = await open()
      desk.sandbox.switches({ faults: [{ call: act.call, behave }] })
      expect(await attempt(act, who, await versionFor(act, who))).toMatchObject({
        outcome: 'not_confirmed',
        answered: 'ambiguous',
      })
      desk.sandbox.switches({ faults: [{ call: act.call, behave, afterApplying: true }] })
      expect(await attempt(act, who, await versionFor(act, who))).toMatchObject({
        outcome: 'done',
        answered: 'ambiguous',
      })
      expect(desk.calls(act.call)).toHaveLength(2)
    },
  )

  test('parts of the preview that cannot be read keep nobody from it', async () => {
    const who = await open()
    desk.sandbox.switches({ faults: [{ call: 'get-user-roles', behave: '500' }] })
    expect(await attempt(act, who, await versionFor(act, who))).toMatchObject({ outcome: 'done' })
  })

  test('it stands in the chain as an intent and an outcome', async () => {
    const who = await open()
    const { entryId } = await attempt(act, who, await versionFor(act, who))
    const entries = await desk.store.audit.entries(1, 100)
    expect(entries.map(({ kind, action, outcome }) => [kind, action, outcome])).toEqual([
      ['intent', act.how, null],
      ['outcome', act.how, 'done'],
    ])
    expect(entryId).toBe(1)
    expect(await desk.store.audit.verify()).toMatchObject({ holds: true })
  })

  test('left without an outcome, it is settled by reading what was expected', async () => {
    const who = await open()
    const { entryId } = await attempt(act, who, await versionFor(act, who))
    const first = await desk.store.acts.find(entryId)
    const left = await desk.store.acts.recordIntent(
      {
        action: act.how,
        userId: idOf(act),
        personId: who.personId,
        roles: ['operator'],
        personal: {},
        facts: first?.intent.facts ?? {},
        requestId: null,
        snapshot: null,
      },
      desk.clock.now().toISOString(),
    )
    await desk.restart()
    await expect.poll(() => desk.store.acts.open()).toEqual([])
    expect((await desk.store.acts.find(left))?.outcome).toBe('done')
    expect(desk.calls(act.call)).toHaveLength(1)
  })
})
