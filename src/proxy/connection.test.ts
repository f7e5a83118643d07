import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

async function unlink(key: string, extIdpId: string | undefined, typed?: string) {
  const user = await see(key)
  const params = { userId: user.summary.userId, extIdpId: extIdpId ?? '' }
  return desk.does.unlinkIdentity(
    asked(chenJing, { params, body: { version: user.version, typed } }),
  )
}

async function deleteRelation(key: string, provider: string, reason: string | undefined = 'HR-1') {
  const user = await see(key)
  const params = { userId: user.summary.userId, provider }
  const body = { version: user.version, reason }
  return desk.does.deleteSyncRelation(asked(chenJing, { params, body }))
}

async function sourcesOf(key: string) {
  const { identitySources } = await see(key)
  return identitySources.state === 'read' ? identitySources.items : []
}

describe('unlinking', () => {
  test('Feishu goes with both of its identities, one call per type', async () => {
    const [feishu] = await sourcesOf('li-wei')
    expect(await unlink('li-wei', feishu?.extIdpId)).toMatchObject({
      outcome: 'done',
      seen: { left: 0 },
    })
    expect(await sourcesOf('li-wei')).toMatchObject([{ provider: 'wechat' }])
  })

  test('also when GenAuth removes only the type it was told', async () => {
    desk.sandbox.switches({ policy: 'unlink-scope=type' })
    const [feishu] = await sourcesOf('li-wei')
    expect(await unlink('li-wei', feishu?.extIdpId)).toMatchObject({ outcome: 'done' })
    expect(desk.calls('unlink-identity')).toHaveLength(2)
  })

  test('the last way in needs the username typed', async () => {
    const [feishu] = await sourcesOf('zhao-min')
    await expect(unlink('zhao-min', feishu?.extIdpId)).rejects.toMatchObject({
      code: 'typed_words_differ',
    })
    expect(await unlink('zhao-min', feishu?.extIdpId, 'zhaomin')).toMatchObject({ outcome: 'done' })
  })

  test('a source that is not linked is refused', async () => {
    await expect(unlink('li-wei', 'feishu-of-somebody-else')).rejects.toMatchObject({
      code: 'nothing_there',
    })
  })

  test('identities that cannot be read cannot be unlinked', async () => {
    const [feishu] = await sourcesOf('li-wei')
    desk.sandbox.switches({ faults: [{ call: 'get-user-identities', behave: '500' }] })
    await expect(unlink('li-wei', feishu?.extIdpId)).rejects.toMatchObject({
      code: 'upstream_refused',
    })
    expect(desk.calls('unlink-identity')).toEqual([])
  })
})

describe('deleting a sync relation', () => {
  test('only the one of that provider goes', async () => {
    expect(await deleteRelation('tan-xin', 'lark')).toMatchObject({
      outcome: 'done',
      seen: { left: 0 },
    })
    const { syncRelations } = await see('tan-xin')
    expect(syncRelations.state === 'read' && syncRelations.items).toMatchObject([
      { provider: 'active-directory' },
      { provider: 'active-directory' },
    ])
  })

  test('two relations of one provider go together', async () => {
    expect(await deleteRelation('tan-xin', 'active-directory')).toMatchObject({ outcome: 'done' })
  })

  test('a reason is required, and the relation must be there', async () => {
    await expect(deleteRelation('tan-xin', 'lark', '')).rejects.toMatchObject({
      code: 'reason_required',
    })
    await expect(deleteRelation('tan-xin', 'scim')).rejects.toMatchObject({ code: 'nothing_there' })
    expect(desk.calls('delete-user-sync-relations')).toEqual([])
  })
})
