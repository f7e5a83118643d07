import { expect, test } from 'vitest'
import { asking, liWei, ok } from './asking.fixture.ts'

test('several users are asked for in one call, and those that are missing are missing', async () => {
  const ids = [liWei.userId, 'a+b']
  const { result, sent } = await asking(ok([liWei]), (g) => g.getUserBatch(ids))
  expect(sent).toEqual([
    'GET /api/v3/get-user-batch?userIds[]=6229ffa0c1d2e3f4a5b6c7d8&userIds[]=a+b&userIdType=user_id&withIdentities=false',
  ])
  expect(result).toMatchObject({ ok: true, value: [{ userId: liWei.userId }] })
})

test.each([
  ['null', null],
  ['an empty object', {}],
  ['a user nobody asked for', [liWei, { ...liWei, userId: 'somebody-else' }]],
  ['a user without an id', [{ ...liWei, userId: undefined }]],
])('a batch answered with %s does not make users look gone', async (_, data) => {
  const { result } = await asking(ok(data), (g) => g.getUserBatch([liWei.userId]))
  expect(result).toMatchObject({ ok: false, failure: { cause: 'unreadable' } })
})

test('users are asked for by another kind of id, and all who come are told', async () => {
  const other = { ...liWei, userId: '6229ffa0c1d2e3f4a5b6c7d9', externalId: '0010118' }
  const { result, sent } = await asking(ok([other, liWei]), (g) =>
    g.getUserBatch(['0010118', '10023'], 'external_id'),
  )
  expect(sent).toEqual([
    'GET /api/v3/get-user-batch?userIds[]=0010118&userIds[]=10023&userIdType=external_id&withIdentities=false',
  ])
  expect(result).toMatchObject({
    ok: true,
    value: [{ externalId: '0010118' }, { externalId: null, userId: liWei.userId }],
  })
})

test('an empty envelope proves of no kind of id that nobody has it', async () => {
  const { result } = await asking(ok(null), (g) => g.getUserBatch(['0010118'], 'external_id'))
  expect(result).toMatchObject({ ok: false, failure: { cause: 'unreadable' } })
})

test('blank ids among others are not asked for', async () => {
  const { result, sent } = await asking(ok([]), (g) => g.getUserBatch(['', ' \t', 'x'], 'username'))
  expect(sent).toEqual([
    'GET /api/v3/get-user-batch?userIds[]=x&userIdType=username&withIdentities=false',
  ])
  expect(result).toEqual({ ok: true, value: [] })
})

test('a batch of blank ids is nobody, and GenAuth is not asked', async () => {
  const { result, sent } = await asking(ok([liWei]), (g) => g.getUserBatch(['', ' '], 'email'))
  expect([result, sent]).toEqual([{ ok: true, value: [] }, []])
})

test('more than 50 ids are not asked for in one call, and nobody looks gone', async () => {
  const ids = Array.from({ length: 51 }, (_, n) => `u${n}`)
  const { result, sent } = await asking(ok([]), (g) => g.getUserBatch(ids))
  expect(sent).toEqual([])
  expect(result).toMatchObject({ ok: false, failure: { kind: 'refused' } })
})
