import { expect, test } from 'vitest'
import { addressOf, shownIn } from './shown.ts'

test.each([
  ['', { show: 'all', page: 1 }],
  ['page=3', { show: 'all', page: 3 }],
  ['only=to_approve', { show: 'to_approve', page: 1 }],
  ['only=to_approve&page=2', { show: 'to_approve', page: 2 }],
] as const)(
  'The address "%s" is what it says, and is written again as it was',
  (address, shown) => {
    expect(shownIn(new URLSearchParams(address))).toEqual(shown)
    expect(new URLSearchParams(addressOf(shown)).toString()).toBe(address)
  },
)

test.each(['page=0', 'page=-1', 'page=1.5', 'page=x', 'only=approved', 'page='])(
  'The odd address "%s" shows the first page of all batches',
  (address) => {
    expect(shownIn(new URLSearchParams(address))).toEqual({ show: 'all', page: 1 })
  },
)
