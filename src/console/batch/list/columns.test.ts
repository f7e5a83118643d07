import { expect, test } from 'vitest'
import { roleOf, rolesFor, withRole } from './columns.ts'

const hr = { header: true, idColumn: 0, nameColumn: 1, idKind: 'auto' as const }

test('a column that was not used becomes the id column, and the names stay', () => {
  expect(withRole(hr, 3, 'id')).toEqual({ ...hr, idColumn: 3 })
})

test('id and name change places when the names’ column becomes the id column', () => {
  expect(withRole(hr, 1, 'id')).toEqual({ ...hr, idColumn: 1, nameColumn: 0 })
})

test('id and name change places when the ids’ column becomes the name column', () => {
  expect(withRole(hr, 0, 'name')).toEqual({ ...hr, idColumn: 1, nameColumn: 0 })
})

test('the name column may be given up, the id column may not', () => {
  expect(withRole(hr, 1, 'none')).toEqual({ ...hr, nameColumn: null })
  expect(withRole(hr, 0, 'none')).toEqual(hr)
})

test('a column that is not used stays so when it is said again', () => {
  expect(withRole(hr, 2, 'none')).toEqual(hr)
})

test('the only id column stays one: there is nothing to change places with', () => {
  const idsOnly = { ...hr, nameColumn: null }
  expect(withRole(idsOnly, 0, 'name')).toEqual(idsOnly)
  expect(rolesFor(idsOnly, 0)).toEqual(['id'])
})

test.each([0, 1, 2, 3])('whatever role column %i may get, it has afterwards', (column) => {
  for (const columns of [hr, { ...hr, nameColumn: null }]) {
    for (const role of rolesFor(columns, column)) {
      expect(roleOf(withRole(columns, column, role), column)).toBe(role)
    }
  }
})
