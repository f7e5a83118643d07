import { expect, test } from 'vitest'
import { PlanRequest } from './batch.ts'
import { idListLimit } from './limits.ts'

const issuesOf = (userIds: unknown) =>
  PlanRequest.safeParse({ kind: 'delete', userIds }).error?.issues ?? []

test('A list of ids is looked at up to its first mistakes only', () => {
  const nobody = Array.from({ length: idListLimit }, () => ({}))
  expect(issuesOf(nobody).length).toBeLessThanOrEqual(1)
  const late = Array.from({ length: 2_000 }, (_, at) => (at < 1_234 ? `id ${at}` : ''))
  expect(issuesOf(late)).toMatchObject([{ code: 'too_small', path: ['userIds', 1_234] }])
})

test('A list that is too long is not looked at', () => {
  const nobody = Array.from({ length: idListLimit + 1 }, () => ({}))
  expect(issuesOf(nobody)).toMatchObject([
    { code: 'too_big', origin: 'array', maximum: idListLimit, path: ['userIds'] },
  ])
})

test('What is no list at all is said to be none', () => {
  for (const odd of ['id', 7, null, { length: 1 }]) {
    expect(issuesOf(odd)).toMatchObject([
      { code: 'invalid_type', expected: 'array', path: ['userIds'] },
    ])
  }
  expect(issuesOf(undefined)).toMatchObject([{ code: 'invalid_type', path: ['userIds'] }])
})

test('Ids come without white space around them', () => {
  const userIds = [' 65f1 ', '65f2']
  expect(PlanRequest.parse({ kind: 'delete', userIds }).userIds).toEqual(['65f1', '65f2'])
})
