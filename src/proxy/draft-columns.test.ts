import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asked } from './desk.fixture.ts'
import { type ListDesk, openListDesk, staff } from './draft-lists.fixture.ts'

let on: ListDesk
beforeEach(async () => {
  on = await openListDesk()
})
afterEach(() => on.desk.close())

describe('columns', () => {
  test('are guessed, and said otherwise', async () => {
    const { batchId } = await on.add('name,mail\nLi Wei,li.wei@hanlin.example\n')
    const listId = await on.firstListOf(batchId)
    expect(await on.listsOf(batchId)).toMatchObject([
      { header: true, columns: ['name', 'mail'], idColumn: 1, nameColumn: 0 },
    ])
    await on.setColumns(batchId, listId, { idColumn: 0, nameColumn: null, idKind: 'username' })
    expect(await on.listsOf(batchId)).toMatchObject([
      { listId, idColumn: 0, nameColumn: null, idKind: 'username' },
    ])
    expect(await on.rowsOf(batchId)).toEqual([[1, 'Li Wei', null]])
  })

  test('begin in the first line when it names none, which makes one row more', async () => {
    const { batchId } = await on.add(staff)
    const listId = await on.firstListOf(batchId)
    expect(await on.setColumns(batchId, listId, { header: false })).toMatchObject({ rows: 3 })
    expect(await on.rowsOf(batchId)).toContainEqual([1, '工号', '姓名'])
  })

  test('that make the list too long are refused', async () => {
    const { batchId } = await on.add(`工号,姓名\n${'0010203,赵敏\n'.repeat(10)}`)
    const listId = await on.firstListOf(batchId)
    await expect(on.setColumns(batchId, listId, { header: false })).rejects.toMatchObject({
      code: 'list_too_long',
    })
  })

  test('that are not there, or are one and the same, are refused', async () => {
    const { batchId } = await on.add(staff)
    const listId = await on.firstListOf(batchId)
    for (const change of [{ idColumn: 2 }, { nameColumn: 2 }]) {
      await expect(on.setColumns(batchId, listId, change)).rejects.toMatchObject({
        code: 'list_unreadable',
      })
    }
    await expect(on.setColumns(batchId, listId, { idColumn: 1 })).rejects.toMatchObject({
      code: 'bad_request',
    })
    await expect(on.setColumns(batchId, 'elsewhere', {})).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('of another list of the same draft stay as they are', async () => {
    const { batchId } = await on.add(staff)
    await on.add('liwei\n', { batchId })
    const before = await on.listsOf(batchId)
    await on.setColumns(batchId, await on.firstListOf(batchId), { nameColumn: null })
    const after = await on.listsOf(batchId)
    expect(after[1]).toEqual(before[1])
    expect(after[0]).toMatchObject({ nameColumn: null })
  })

  test('of ticked users are what they are', async () => {
    const userIds = [on.desk.person('li-wei').userId]
    const body = { kind: 'delete' as const, userIds }
    const { batchId } = await on.desk.does.planBatch(asked(on.chenJing, { body }))
    const listId = await on.firstListOf(batchId)
    await expect(on.setColumns(batchId, listId, { nameColumn: null })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })
})

describe('lists', () => {
  test('are shown to whoever may read, their rows counted on from one to the next', async () => {
    const { batchId } = await on.add(staff, { name: 'staff.csv' })
    await on.add('1.86E+10\nliwei\n', { batchId, source: 'paste' })
    const viewer = await on.desk.signIn('Sun Tao', 'viewer')
    const [first, second] = await on.listsOf(batchId, viewer)
    expect(first).toMatchObject({
      source: 'file',
      name: 'staff.csv',
      bytes: Buffer.byteLength(staff),
      rows: 2,
      preview: [
        { row: 1, cells: ['0010203', '赵敏'] },
        { row: 2, cells: ['10023', '李伟'] },
      ],
      rounded: { count: 0, rows: [] },
    })
    expect(second).toMatchObject({
      source: 'paste',
      preview: [
        { row: 3, cells: ['1.86E+10'] },
        { row: 4, cells: ['liwei'] },
      ],
      rounded: { count: 1, rows: [3] },
    })
    await expect(on.listsOf(4711)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('are taken out again, and with the last one the draft is empty', async () => {
    const { batchId } = await on.add('liwei\n', { name: 'one.txt' })
    await on.add('wudi\n', { batchId, name: 'two.txt' })
    await on.remove(batchId, await on.firstListOf(batchId))
    expect(await on.rowsOf(batchId)).toEqual([[1, 'wudi', null]])
    const empty = await on.remove(batchId, await on.firstListOf(batchId))
    expect(empty).toMatchObject({ state: 'draft', rows: 0, lists: [], title: 'one' })
    await expect(on.remove(batchId, 'one')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('are taken out by whoever made the draft', async () => {
    const { batchId } = await on.add('liwei\n')
    const linMei = await on.desk.signIn('Lin Mei')
    await expect(on.remove(batchId, await on.firstListOf(batchId), linMei)).rejects.toMatchObject({
      code: 'role_required',
    })
  })
})
