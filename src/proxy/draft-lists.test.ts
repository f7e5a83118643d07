import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asked } from './desk.fixture.ts'
import { type ListDesk, openListDesk, staff } from './draft-lists.fixture.ts'

let on: ListDesk
beforeEach(async () => {
  on = await openListDesk()
})
afterEach(() => on.desk.close())

describe('a list comes in', () => {
  test('and is a draft of its own, called like its file, that is checked at once', async () => {
    const batch = await on.add(staff, { name: '离职名单 2026.11.csv' })
    expect(batch).toMatchObject({
      kind: 'resign',
      title: '离职名单 2026.11',
      mine: true,
      endSessions: true,
      parentId: null,
      rows: 2,
      lists: [{ source: 'file', name: '离职名单 2026.11.csv', rows: 2 }],
    })
    expect(await on.rowsOf(batch.batchId)).toEqual([
      [1, '0010203', '赵敏'],
      [2, '10023', '李伟'],
    ])
  })

  test('pasted, and has no name', async () => {
    const batch = await on.add('liwei\nwudi\n', { source: 'paste', kind: 'suspend' })
    expect(batch).toMatchObject({
      kind: 'suspend',
      title: '',
      lists: [{ source: 'paste', name: null, rows: 2 }],
    })
  })

  test('after the one that is there, or in its place', async () => {
    const { batchId } = await on.add('liwei\n', { name: 'one.txt' })
    const both = await on.add('wudi\n', { name: 'two.txt', batchId, kind: 'delete' })
    expect(both).toMatchObject({ batchId, kind: 'resign', title: 'one', rows: 2 })
    expect(both.lists.map(({ name }) => name)).toEqual(['one.txt', 'two.txt'])
    expect(await on.rowsOf(batchId)).toEqual([
      [1, 'liwei', null],
      [2, 'wudi', null],
    ])
    const other = await on.add('zhaomin\n', { name: 'three.txt', batchId, replace: '1' })
    expect(other.lists.map(({ name }) => name)).toEqual(['three.txt'])
    expect(await on.rowsOf(batchId)).toEqual([[1, 'zhaomin', null]])
  })

  test('and gives its name to a draft that has none', async () => {
    const { batchId } = await on.add('liwei\n', { source: 'paste' })
    expect(await on.add('wudi\n', { batchId, name: 'leavers.tsv' })).toMatchObject({
      title: 'leavers',
    })
  })

  test.each([
    ['leavers', 'leavers'],
    ['v1.2 leavers.csv', 'v1.2 leavers'],
    ['.csv', '.csv'],
    ['leavers.final version', 'leavers.final version'],
  ])('in a file called %s, which is about %s', async (name, title) => {
    expect(await on.add('liwei\n', { name })).toMatchObject({ title })
  })

  test('at the same time as another, and both are there', async () => {
    const { batchId } = await on.add('liwei\n', { name: 'one.txt' })
    await Promise.all(
      ['two', 'three', 'four'].map((name) => on.add(`${name}\n`, { batchId, name })),
    )
    const names = (await on.listsOf(batchId)).map(({ name }) => name)
    expect(names.slice().sort()).toEqual(['four', 'one.txt', 'three', 'two'])
  })

  test('and voids what was checked before', async () => {
    const { batchId } = await on.add('liwei\n')
    await on.rowsOf(batchId)
    expect(await on.desk.store.batches.find(batchId)).toMatchObject({ state: 'checked' })
    await on.add('wudi\n', { batchId })
    expect(await on.rowsOf(batchId)).toHaveLength(2)
  })
})

describe('a list is refused', () => {
  test.each(['', ' \n \r\n', '\u{feff}'])('when there is nothing in it: %j', async (text) => {
    await expect(on.add(text)).rejects.toMatchObject({ code: 'blank_list' })
    expect(await on.desk.store.batches.list(0, 10)).toMatchObject({ totalCount: 0 })
  })

  test('as a whole when all lists together have too many rows, with both numbers', async () => {
    const six = 'liwei\n'.repeat(6)
    const { batchId } = await on.add(six)
    await expect(on.add('wudi\n'.repeat(5), { batchId })).rejects.toMatchObject({
      code: 'list_too_long',
      message: 'The list has 11 rows; at most 10 fit in one batch.',
    })
    await expect(on.add('wudi\n'.repeat(11))).rejects.toMatchObject({ code: 'list_too_long' })
    expect(await on.listsOf(batchId)).toMatchObject([{ rows: 6 }])
    expect(await on.add('wudi\n'.repeat(10), { batchId, replace: '1' })).toMatchObject({ rows: 10 })
  })

  test('when there is no such draft, or it is somebody else’s', async () => {
    await expect(on.add('liwei\n', { batchId: 4711 })).rejects.toMatchObject({ code: 'not_found' })
    const { batchId } = await on.add('liwei\n')
    const linMei = await on.desk.signIn('Lin Mei')
    await expect(on.add('wudi\n', { batchId }, linMei)).rejects.toMatchObject({
      code: 'role_required',
    })
    expect(await on.listsOf(batchId, linMei)).toHaveLength(1)
  })

  test('when the draft is none any more', async () => {
    const { batchId } = await on.add('liwei\n')
    await on.desk.does.discardBatch(asked(on.chenJing, { params: { batchId }, body: {} }))
    const listId = await on.firstListOf(batchId)
    const refusal = { code: 'wrong_state' }
    await expect(on.add('wudi\n', { batchId })).rejects.toMatchObject(refusal)
    await expect(on.setColumns(batchId, listId, { nameColumn: null })).rejects.toMatchObject(
      refusal,
    )
    await expect(on.remove(batchId, listId)).rejects.toMatchObject(refusal)
  })

  test('when the batch leads back from a suspension', async () => {
    const { batchId } = await on.desk.store.batches.create(
      {
        kind: 'reactivate',
        title: '',
        reason: null,
        endSessions: false,
        createdBy: on.chenJing.personId,
        parentId: null,
        lists: [],
      },
      on.desk.clock.now().toISOString(),
    )
    await expect(on.add('liwei\n', { batchId })).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('when it cannot be written down', async () => {
    const { batchId } = await on.add('liwei\n')
    await on.desk.loseStore()
    await expect(on.remove(batchId, 'one')).rejects.toThrow()
  })
})
