import { expect, test } from 'vitest'
import { readList } from './read-list.ts'
import { DepartmentDto, RoleDto, UserDto } from './wire.ts'

const admin = { code: 'admin', name: 'Administrators', namespace: 'default' }

test.each([
  ['an array', [admin]],
  ['a list with its count', { totalCount: 1, list: [admin] }],
  ['a list without a count', { list: [admin] }],
  ['a single object', admin],
  ['a single object under list', { totalCount: 1, list: admin }],
  ['JSON as text', JSON.stringify([admin])],
  ['JSON as text under list', { totalCount: 1, list: JSON.stringify([admin]) }],
])('%s reads as one role', (_, data) => {
  expect(readList(data, RoleDto)).toMatchObject({ ok: true, list: [admin] })
})

test.each([
  ['null', null],
  ['an empty array', []],
  ['an empty list', { totalCount: 0, list: [] }],
  ['a null list', { totalCount: 0, list: null }],
  ['a count of nothing', { totalCount: 0 }],
  ['an empty array as text', '[]'],
])('%s reads as empty', (_, data) => {
  expect(readList(data, RoleDto)).toMatchObject({ ok: true, list: [] })
})

test.each([
  ['nothing', undefined],
  ['an empty object', {}],
  ['a number', 0],
  ['an empty text', ''],
  ['a word', 'none'],
  ['an object as text', '{}'],
  ['a count without a list', { totalCount: 3 }],
  ['an object of another kind', { success: true }],
  ['an item without its code', [admin, { name: 'Auditors' }]],
  ['an item that is null', [null]],
])('%s is no list, and never reads as empty', (_, data) => {
  expect(readList(data, RoleDto)).toMatchObject({ ok: false })
})

test('what is wrong with an item is said without quoting it', () => {
  const read = readList([{ departmentId: { token: 'token-one' } }], DepartmentDto)
  expect(read).toMatchObject({ ok: false, why: expect.stringMatching(/^item 0 departmentId: /) })
  expect(JSON.stringify(read)).not.toContain('token-one')
})

test('words that GenAuth has not documented pass through, other types read as absent', () => {
  const odd = { userId: 'u1', status: 'Frozen', email: 7, phone: null, emailVerified: 'yes' }
  expect(readList(odd, UserDto)).toMatchObject({
    ok: true,
    list: [{ status: 'Frozen', email: null, phone: null, emailVerified: false, externalId: null }],
  })
})
