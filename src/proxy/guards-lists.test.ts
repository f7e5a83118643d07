import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Batch } from '#contract/batch.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser

beforeEach(async () => {
  at = await openGuards({ settings: { approvalAbove: 1_000, approvalShare: 1 } })
  chenJing = await at.signIn('Chen Jing', 'operator')
})
afterEach(() => at.close())

const batches = async () => (await at.desk.store.batches.list(0, 50)).totalCount

describe('nothing means everybody', () => {
  const blank: [what: string, body: object, code: string][] = [
    ['no list', { kind: 'delete' }, 'bad_request'],
    ['a blank list', { kind: 'delete', userIds: [] }, 'blank_list'],
    ['null', { kind: 'delete', userIds: null }, 'bad_request'],
    ['a word', { kind: 'delete', userIds: 'all' }, 'bad_request'],
    ['a star', { kind: 'delete', userIds: '*' }, 'bad_request'],
    ['a blank id', { kind: 'delete', userIds: [''] }, 'bad_request'],
    ['an id of spaces', { kind: 'delete', userIds: ['   '] }, 'bad_request'],
    ['no id', { kind: 'delete', userIds: [null] }, 'bad_request'],
    ['a list in a list', { kind: 'delete', userIds: [['all']] }, 'bad_request'],
    ['a filter', { kind: 'delete', userIds: { status: 'Activated' } }, 'bad_request'],
    ['a filter beside it', { kind: 'delete', userIds: [], status: 'Activated' }, 'bad_request'],
    ['everything', { kind: 'delete', all: true }, 'bad_request'],
  ]
  test.each(blank)('%s is no list', async (_, body, code) => {
    expect(await chenJing.post('/api/batches', body)).toMatchObject({ status: 400, code })
    expect(await batches()).toBe(0)
  })

  test.each(['', '\n', ' \r\n\t\n', '\uFEFF', '\uFEFF\r\n', '\u200B\n'])(
    'lines that say nothing, %j, are no list',
    async (lines) => {
      expect(await chenJing.paste(lines, 'delete')).toMatchObject({ code: 'blank_list' })
      expect(await batches()).toBe(0)
    },
  )

  test.each([
    'all',
    '*',
    '%',
    '.*',
    '{}',
    '[]',
    'null',
    'undefined',
    '**',
    "' or 1=1 --",
    'a',
    ',,\n,,',
  ])('%s on a list is nobody, and a list of nobody does not run', async (word) => {
    const { batchId, rows } = await at.pasted(chenJing, `${word}\n`, 'delete')
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['not_found']))
    expect(await at.step(chenJing, 'confirm', batchId)).toMatchObject({ code: 'blank_list' })
    expect(at.writes()).toEqual([])
  })

  test('a list that was emptied has nothing to confirm', async () => {
    const { body } = await chenJing.paste('liwei\n', 'delete')
    const { batchId, lists } = Batch.parse(body)
    await at.reached(chenJing, batchId, 'checked')
    const list = `/api/batches/${batchId}/lists/${lists[0]?.listId}`
    expect(await chenJing.post(`${list}/remove`)).toMatchObject({ status: 200 })
    expect(await at.step(chenJing, 'confirm', batchId)).toMatchObject({ code: 'wrong_state' })
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'wrong_state' })
  })

  test('nor does an act on one user have a default', async () => {
    for (const userId of ['all', '*', '%20', '%00', 'undefined', 'null']) {
      const answer = await chenJing.post(`/api/users/${userId}/suspend`, { version: 'x' })
      expect([400, 404, 409]).toContain(answer.status)
    }
    expect(at.writes()).toEqual([])
  })
})

describe('ids are typed and resolved', () => {
  test('who may be somebody else a minute later is not acted on by that name', async () => {
    const { email, username, phone, externalId } = at.desk.person('li-wei')
    for (const name of [email, username, phone, externalId]) {
      const path = `/api/users/${encodeURIComponent(name ?? '')}/suspend`
      expect(await chenJing.post(path, { version: 'x' })).toMatchObject({ code: 'user_gone' })
      const { batchId } = await at.checked(chenJing, [name ?? ''])
      expect(await at.seen(chenJing, batchId)).toMatchObject({ willRun: 0 })
    }
    expect(at.writes()).toEqual([])
  })

  test('what is sent are user ids, and says so, whatever stood on the list', async () => {
    const { userId } = at.desk.person('li-wei')
    const { batchId } = await at.pasted(chenJing, 'li.wei@hanlin.example\n')
    await at.step(chenJing, 'confirm', batchId)
    await at.step(chenJing, 'start', batchId)
    await at.reached(chenJing, batchId, 'finished')
    expect(at.writes()).toEqual([['update-user-batch', userId]])
  })

  test('the words are those of the list as it is now', async () => {
    const { batchId } = await at.checked(chenJing, await at.people(3), 'resign')
    for (const typed of ['resign 2', 'resign 4', 'delete 3', 'resign', '3', '', 'resign  3']) {
      expect(await at.step(chenJing, 'confirm', batchId, { typed })).toMatchObject({
        code: 'typed_words_differ',
      })
    }
    for (const typed of [undefined, null, 3, ['resign 3']]) {
      expect(await at.step(chenJing, 'confirm', batchId, { typed })).toMatchObject({ status: 400 })
    }
    expect(await at.step(chenJing, 'confirm', batchId, { typed: ' RESIGN 3 ' })).toMatchObject({
      status: 200,
    })
  })

  test('the words of somebody else end nobody', async () => {
    const { userId } = at.desk.person('li-wei')
    for (const typed of ['wudi', '', ' ', 'liwe', 'li wei']) {
      const said = { reason: 'HR-2231', typed }
      expect(await at.act(chenJing, 'resign', userId, said)).toMatchObject({
        code: 'typed_words_differ',
      })
    }
    expect(at.writes()).toEqual([])
  })
})

describe('the same key again', () => {
  /** One step of a batch, and the very same request later. */
  const repeatable = async (who: Browser, what: string, batch: Batch, more: object) => {
    const path = `/api/batches/${batch.batchId}/${what}`
    const body = { fingerprint: batch.fingerprint, ...more }
    const key = { 'idempotency-key': randomUUID() }
    const send = () => who.post(path, body, key)
    return { first: await send(), send }
  }

  test('after a change confirms nothing: it only tells what was answered then', async () => {
    const batch = await at.checked(chenJing, await at.people(3))
    const said = { title: 'Leavers', reason: 'HR-2231', typed: 'suspend 3' }
    const { first, send } = await repeatable(chenJing, 'confirm', batch, said)
    expect(first).toMatchObject({ status: 200, body: { state: 'confirmed' } })
    await chenJing.post(`/api/batches/${batch.batchId}/check`, { which: 'all' })
    await at.reached(chenJing, batch.batchId, 'checked')
    expect(await send()).toEqual(first)
    expect(await at.seen(chenJing, batch.batchId)).toMatchObject({
      state: 'checked',
      expiresAt: null,
    })
    expect(await at.step(chenJing, 'start', batch.batchId)).toMatchObject({ code: 'wrong_state' })
  })

  test('after a change approves nothing', async () => {
    at.desk.settings.approvalAbove = 2
    const wuHan = await at.signIn('Wu Han', 'approver')
    const batch = await at.confirmed(chenJing, await at.people(3))
    const { first, send } = await repeatable(wuHan, 'approve', batch, { typed: 'suspend 3' })
    expect(first).toMatchObject({ status: 200, body: { approval: { approvedBy: 'Wu Han' } } })
    await at.step(wuHan, 'decline', batch.batchId)
    await at.step(chenJing, 'confirm', batch.batchId)
    expect(await send()).toEqual(first)
    expect((await at.seen(chenJing, batch.batchId)).approval.approvedBy).toBeNull()
    expect(await at.step(chenJing, 'start', batch.batchId)).toMatchObject({
      code: 'approval_required',
    })
  })

  test('starts a batch once', async () => {
    const batch = await at.confirmed(chenJing, await at.people(3))
    const { first, send } = await repeatable(chenJing, 'start', batch, {})
    await at.reached(chenJing, batch.batchId, 'finished')
    expect(await send()).toEqual(first)
    expect(at.writes()).toHaveLength(1)
  })

  test('lets a stop be lifted once, and not again when it was needed again', async () => {
    const wuHan = await at.signIn('Wu Han', 'approver')
    const key = { 'idempotency-key': randomUUID() }
    await chenJing.post('/api/stop')
    expect(await wuHan.post('/api/stop/lift', {}, key)).toMatchObject({ body: { stopped: null } })
    await chenJing.post('/api/stop')
    await wuHan.post('/api/stop/lift', {}, key)
    expect(await chenJing.get('/api/me')).toMatchObject({ body: { stopped: { by: 'Chen Jing' } } })
  })
})
