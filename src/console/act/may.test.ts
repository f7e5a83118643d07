import { expect, test } from 'vitest'
import { userStatuses } from '#contract/user-id-type.ts'
import { mayBeReactivated, mayBeResigned, mayBeSuspended } from './may.ts'

const statuses = [...userStatuses, 'Frozen']

test('only somebody who is in use is suspended, and only somebody suspended comes back', () => {
  expect(statuses.filter(mayBeSuspended)).toEqual(['Activated'])
  expect(statuses.filter(mayBeReactivated)).toEqual(['Suspended'])
})

test('whoever has ended is not resigned again; a status that nobody knows is no end', () => {
  expect(statuses.filter(mayBeResigned)).toEqual([
    'Activated',
    'Suspended',
    'Deactivated',
    'Frozen',
  ])
})
