import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openJournal } from './journal.ts'
import { byHand, personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'
import { startSandbox } from './sandbox.ts'

function newFile() {
  const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'sandbox.ndjson')
}

const options = {
  port: 0,
  users: 200,
  seed: 1,
  latencyMs: 0,
  rps: 0,
  policy: '',
  publicUrl: 'http://127.0.0.1:8080',
}

test('every kind of change is still there after a restart', async () => {
  const keepIn = newFile()
  const before = await startSandbox({ ...options, keepIn })
  const sdk = sdkFor(before)
  const id = (key: string) => personIn(before, key).userId
  const [liWei, wuDi, zhaoMin, gaoXiang, tanXin, gina] = [
    id('li-wei'),
    id('wu-di'),
    id('zhao-min'),
    id('gao-xiang'),
    id('tan-xin'),
    id('gone-gina'),
  ]
  await sdk.deleteUsersBatch({ userIds: [liWei] })
  await sdk.resignUser({ userId: wuDi })
  const { extIdpId = '' } = (await sdk.getUserIdentities({ userId: zhaoMin })).data[0] ?? {}
  await sdk.unlinkIdentity({ userId: zhaoMin, extIdpId, type: 'openid' })
  await sdk.linkIdentity({ userId: gaoXiang, extIdpId, userIdInIdp: 'ou_new', type: 'openid' })
  await sdk.deleteUserSyncRelations({ userId: tanXin, provider: 'lark' })
  await byHand(before, {
    path: '/api/v3/update-user',
    body: { userId: tanXin, status: 'Suspended', email: 'tan@hanlin.example', city: 'Suzhou' },
  })
  await sdk.resignUser({ userId: gina })
  await before.close()

  const after = await sandboxInTest({ keepIn })
  const again = sdkFor(after)
  expect((await again.getUser({ userId: liWei })).statusCode).toBe(404)
  expect((await again.getUser({ userId: gina })).statusCode).toBe(404)
  expect((await again.getUser({ userId: wuDi })).data.status).toBe('Resigned')
  expect((await again.getUserRoles({ userId: wuDi })).data.totalCount).toBe(0)
  expect((await again.getUserIdentities({ userId: zhaoMin })).data).toHaveLength(1)
  const linked = { userId: `${extIdpId}:ou_new`, userIdType: 'identity' } as const
  expect((await again.getUser(linked)).data.userId).toBe(gaoXiang)
  expect((await again.getUserSyncRelations({ userId: tanXin })).data).toHaveLength(2)
  const found = await again.getUser({ userId: 'tan@hanlin.example', userIdType: 'email' })
  expect(found.data).toMatchObject({ status: 'Suspended', city: 'Suzhou' })
})

test('a change is on disk before its call is answered', async () => {
  const keepIn = newFile()
  const sandbox = await sandboxInTest({ keepIn })
  const { userId } = personIn(sandbox, 'li-wei')
  await sdkFor(sandbox).deleteUsersBatch({ userIds: [userId] })
  expect(readFileSync(keepIn, 'utf8')).toBe(`[{"kind":"deleted","userId":"${userId}"}]\n`)
  expect(statSync(keepIn).mode & 0o777).toBe(0o600)
})

test('without a file a restart brings everybody back', async () => {
  const before = await startSandbox(options)
  const { userId } = personIn(before, 'li-wei')
  await sdkFor(before).deleteUsersBatch({ userIds: [userId] })
  await before.close()
  const after = await sandboxInTest()
  expect((await sdkFor(after).getUser({ userId })).statusCode).toBe(200)
})

test('a line that the end of the process cut off is taken off, and writing goes on after it', () => {
  const file = newFile()
  const first = openJournal(file)
  first.append([{ kind: 'deleted', userId: 'a' }])
  first.close()
  appendFileSync(file, '[{"kind":"deleted","us')
  const second = openJournal(file)
  expect(second.kept).toEqual([{ kind: 'deleted', userId: 'a' }])
  second.append([{ kind: 'deleted', userId: 'b' }])
  second.close()
  const third = openJournal(file)
  expect(third.kept).toEqual([
    { kind: 'deleted', userId: 'a' },
    { kind: 'deleted', userId: 'b' },
  ])
  third.close()
})

test('a damaged line in the middle stops the start and is named', () => {
  const file = newFile()
  writeFileSync(file, '[{"kind":"deleted","userId":"a"}]\nnonsense\n[]\n')
  expect(() => openJournal(file)).toThrow('line 2')
})
