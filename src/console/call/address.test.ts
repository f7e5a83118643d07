import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

test('parameters stand in the path as they were given, whatever they hold', () => {
  const path = '/api/users/{userId}/sync-relations/{provider}/delete'
  const params = { userId: '65f1/..?#', provider: "$&$'" }
  expect(addressOf(path, { params })).toBe(
    "/api/users/65f1%2F..%3F%23/sync-relations/%24%26%24'/delete",
  )
})

test('what is not given does not stand in the query, 0 and an empty text do', () => {
  const query = { verdict: undefined, offset: 0, name: '' }
  expect(addressOf('/api/batches', { query })).toBe('/api/batches?offset=0&name=')
  expect(addressOf('/api/batches', { query: {} })).toBe('/api/batches')
})
