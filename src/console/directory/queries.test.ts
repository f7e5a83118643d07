import { expect, test } from 'vitest'
import { searchOf, viewOf } from './queries.ts'

test('the plain address shows everybody by username from the first page', () => {
  const view = viewOf(new URLSearchParams())
  expect(view).toEqual({ status: null, sort: 'username', descending: false, page: 1 })
  expect(searchOf(view)).toBe('')
})

test('a view comes back from its address', () => {
  const view = { status: 'Suspended', sort: 'lastLogin', descending: true, page: 3 } as const
  expect(viewOf(new URLSearchParams(searchOf(view)))).toEqual(view)
})

test.each(['?page=0', '?page=-2', '?page=1e999', '?page=x', '?status=Gone', '?sort=name'])(
  'an address with a mistake (%s) shows the beginning',
  (search) => {
    expect(searchOf(viewOf(new URLSearchParams(search)))).toBe('')
  },
)
