import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Batch } from '#contract/batch.ts'
import { ListsReply } from '#contract/list.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
let cookie: string
beforeEach(async () => {
  front = await openFront({ users: 0, settings: { batchMax: 10 } })
  cookie = await front.cookieOf('Chen Jing')
})
afterEach(() => front.close())

const file = { 'content-type': 'application/octet-stream' }
const upload = (query: string, text: string, more: Record<string, string> = {}) =>
  front.ask(`/api/lists?${query}`, {
    method: 'POST',
    headers: { ...fromOurPage, ...file, cookie, ...more },
    body: text,
  })
const post = (path: string, body: object, more: Record<string, string> = {}) =>
  front.ask(path, {
    method: 'POST',
    headers: { ...fromOurPage, cookie, ...more },
    body: JSON.stringify(body),
  })
const get = async (path: string) => (await front.ask(path, { headers: { cookie } })).json()
const refusal = async (answer: Response | Promise<Response>) => {
  const { status } = await answer
  return { status, ...(await (await answer).json()) }
}

test('A file comes in, its columns are said, another one comes and goes again', async () => {
  const query = 'kind=resign&source=file&name=%E7%A6%BB%E8%81%8C.csv'
  const made = Batch.parse(await (await upload(query, 'name,id\nLi Wei,0010203\n')).json())
  expect(made).toMatchObject({ kind: 'resign', title: '离职', rows: 1, mine: true })
  const lists = `/api/batches/${made.batchId}/lists`
  const [first] = ListsReply.parse(await get(lists)).lists
  expect(first).toMatchObject({ name: '离职.csv', columns: ['name', 'id'], encoding: 'utf-8' })

  const said = { header: true, idColumn: 0, nameColumn: null, idKind: 'username' }
  const columns = await post(`${lists}/${first?.listId}/columns`, said)
  expect(columns.status).toBe(200)
  expect(ListsReply.parse(await get(lists)).lists).toMatchObject([said])

  const more = `kind=resign&source=paste&batchId=${made.batchId}`
  expect(await (await upload(more, 'wudi')).json()).toMatchObject({ rows: 2 })
  expect(await (await post(`${lists}/${first?.listId}/remove`, {})).json()).toMatchObject({
    rows: 1,
    lists: [{ source: 'paste', name: null, rows: 1 }],
  })
})

test('A double click makes one draft', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const both = [1, 2].map(() => upload('kind=delete&source=paste', 'liwei', key))
  const answers = await Promise.all((await Promise.all(both)).map((answer) => answer.json()))
  expect(answers[0]).toEqual(answers[1])
  expect(await front.desk.store.batches.list(0, 10)).toMatchObject({ totalCount: 1 })
  const [{ batchId }] = answers
  expect(ListsReply.parse(await get(`/api/batches/${batchId}/lists`)).lists).toHaveLength(1)
})

test('Taking a list out twice is done once under one key, and refused under another', async () => {
  const made = Batch.parse(await (await upload('kind=delete&source=paste', 'liwei')).json())
  const path = `/api/batches/${made.batchId}/lists/${made.lists[0]?.listId}/remove`
  const key = { 'idempotency-key': randomUUID() }
  expect((await post(path, {}, key)).status).toBe(200)
  expect((await post(path, {}, key)).status).toBe(200)
  expect(await refusal(post(path, {}))).toMatchObject({ status: 404, code: 'not_found' })
})

test.each([
  ['', '"kind" must be "suspend" or "resign" or "delete".'],
  ['kind=delete', '"source" must be "paste" or "file".'],
  ['kind=reactivate&source=file', '"kind" must be "suspend" or "resign" or "delete".'],
  ['kind=delete&source=selection', '"source" must be "paste" or "file".'],
  ['kind=delete&source=batch', '"source" must be "paste" or "file".'],
  ['kind=delete&source=file&name=', '"name" must have at least 1 characters.'],
  ['kind=delete&source=file&batchId=0', '"batchId" must be at least 1.'],
  ['kind=delete&source=file&batchId=one', '"batchId" must be of type number.'],
  ['kind=delete&source=file&replace=yes', '"replace" must be "0" or "1".'],
  ['kind=delete&source=file&rows=all', '"rows" is not a field of this query.'],
  ['kind=delete&kind=resign&source=file', 'The query names a field twice.'],
])('The query "%s" is refused', async (query, message) => {
  expect(await refusal(upload(query, 'liwei'))).toMatchObject({ status: 400, message })
})

test('A name of more than 200 characters is refused', async () => {
  const query = `kind=delete&source=file&name=${'a'.repeat(201)}`
  expect(await refusal(upload(query, 'liwei'))).toMatchObject({
    status: 400,
    message: '"name" must have at most 200 characters.',
  })
})

test.each([
  ['of no bytes', '', 400, 'blank_list'],
  ['of blanks', ' \n\t\n', 400, 'blank_list'],
  ['of a heading', '工号,姓名\n', 400, 'blank_list'],
  ['of too many rows', 'liwei\n'.repeat(11), 422, 'list_too_long'],
  ['that is a PDF', '%PDF-1.7 and so on', 422, 'list_unreadable'],
  ['with a cell too long', `${'a'.repeat(1_025)}\nliwei\n`, 422, 'list_unreadable'],
  ['that is packed', 'PK\u0003\u0004', 422, 'list_unreadable'],
])('A list %s is refused, and there is no draft', async (_, text, status, code) => {
  expect(await refusal(upload('kind=delete&source=file', text))).toMatchObject({ status, code })
  expect(await front.desk.store.batches.list(0, 10)).toMatchObject({ totalCount: 0 })
})

test.each([
  [{ idColumn: -1 }],
  [{ idColumn: 200 }],
  [{ nameColumn: 0.5 }],
  [{ header: 'yes' }],
  [{ idKind: 'custom_field' }],
  [{ nameColumn: undefined }],
])('Columns like %j are refused', async (change) => {
  const made = Batch.parse(await (await upload('kind=delete&source=paste', 'liwei')).json())
  const said = { header: false, idColumn: 0, nameColumn: null, idKind: 'auto', ...change }
  const path = `/api/batches/${made.batchId}/lists/${made.lists[0]?.listId}/columns`
  expect(await refusal(post(path, said))).toMatchObject({ status: 400, code: 'bad_request' })
})

test('Nobody but the maker changes a list, and whoever reads sees it', async () => {
  const made = Batch.parse(await (await upload('kind=delete&source=paste', 'liwei')).json())
  const { batchId, lists } = made
  const other = { cookie: await front.cookieOf('Lin Mei') }
  const answers = [
    upload(`kind=delete&source=paste&batchId=${batchId}`, 'wudi', other),
    post(`/api/batches/${batchId}/lists/${lists[0]?.listId}/remove`, {}, other),
  ]
  for (const answer of answers) {
    expect(await refusal(answer)).toMatchObject({ status: 403, code: 'role_required' })
  }
  const viewer = { cookie: await front.cookieOf('Sun Tao', 'viewer') }
  const seen = await front.ask(`/api/batches/${batchId}/lists`, { headers: viewer })
  expect(ListsReply.parse(await seen.json()).lists).toMatchObject([{ rows: 1 }])
})
