import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from './desk.fixture.ts'
import { openDesk } from './desk.fixture.ts'
import { listOfUserIds, readingOf } from './lists.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ users: 0 })
})
afterAll(() => desk.close())

async function bytesOf(listId: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of desk.store.lists.bytes(listId)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

test('User ids that are known are kept as a list of bytes, one a line', async () => {
  const list = await listOfUserIds(desk.world, ['b', 'a', '=1', ' c,"d" '], 'selection')
  const bytes = 'b\na\n=1\n c,"d" \n'
  expect(await bytesOf(list.listId)).toBe(bytes)
  expect(list).toMatchObject({
    source: 'selection',
    name: null,
    rows: 4,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    receivedAt: desk.clock.now().toISOString(),
  })
  expect(readingOf(list)).toEqual({
    encoding: 'utf-8',
    delimiter: 'none',
    header: false,
    columns: [null],
    idColumn: 0,
    nameColumn: null,
    idKind: 'user_id',
    preview: [
      { row: 1, cells: ['b'] },
      { row: 2, cells: ['a'] },
      { row: 3, cells: ['=1'] },
      { row: 4, cells: [' c,"d" '] },
    ],
    rounded: { count: 0, rows: [] },
  })
})

test('A hundred thousand of them are kept, and the first eight are shown', async () => {
  const userIds = Array.from({ length: 100_000 }, (_, at) => at.toString(16).padStart(24, '0'))
  const list = await listOfUserIds(desk.world, userIds, 'batch')
  expect(list).toMatchObject({ source: 'batch', rows: 100_000, bytes: 2_500_000 })
  expect(await bytesOf(list.listId)).toBe(`${userIds.join('\n')}\n`)
  expect(readingOf(list).preview).toHaveLength(8)
})

test.each(['a\nb', 'a\r', '\u2028a\n'])(
  'An id that would be two lines is refused: %j',
  async (id) => {
    await expect(listOfUserIds(desk.world, ['c', id], 'selection')).rejects.toMatchObject({
      code: 'bad_request',
    })
  },
)

test('A reading that is none is an error and no list of everything', () => {
  expect(() => readingOf({ reading: {} })).toThrow()
})
