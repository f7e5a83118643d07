import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOf } from '#console/batch/batch.fixture.ts'
import type { BatchRow, Outcome } from '#contract/batch-row.ts'
import { rowsPerReply } from '#contract/limits.ts'
import { orderAfter, placesOf } from './rows-in-place.ts'

const worst: Outcome[] = ['failed', 'sending', 'waiting', 'done']
const rank = ({ outcome }: BatchRow) => (outcome === null ? 0 : worst.indexOf(outcome))

function waiting(count: number): BatchRow[] {
  return Array.from({ length: count }, (_, at) => rowOf(at + 1, { outcome: 'waiting' }))
}

/** What the proxy would answer: worst first as the rows are at this moment. */
function pageOf(rows: readonly BatchRow[], offset: number) {
  const worstFirst = rows.toSorted((a, b) => rank(a) - rank(b) || a.row - b.row)
  return { rows: worstFirst.slice(offset, offset + rowsPerReply) }
}

const unchanged = new Map<number, BatchRow>()
const everybody = () => true
const numbers = (places: ReturnType<typeof placesOf>) => places.map((place) => place?.row ?? null)

test('before the first page there is room for as many rows as the batch counts', () => {
  const known = { pages: [], changes: unchanged, belongs: everybody }
  expect(placesOf(orderAfter([], known), known, 3)).toEqual([null, null, null])
})

test('rows stand in the order in which they were read, then room for the rest', () => {
  const known = { pages: [{ rows: [rowOf(7), rowOf(2)] }], changes: unchanged, belongs: everybody }
  expect(numbers(placesOf(orderAfter([], known), known, 4))).toEqual([7, 2, null, null])
})

test('a row that changed stays where it is, and says what it is now', () => {
  const changes = new Map([[2, rowOf(2, { outcome: 'failed' })]])
  const known = { pages: [pageOf(waiting(3), 0)], changes, belongs: everybody }
  const places = placesOf(orderAfter([], known), known, 3)
  expect(numbers(places)).toEqual([1, 2, 3])
  expect(places[1]).toMatchObject({ outcome: 'failed' })
})

test('under a chip, who came to belong later is added at the end, and who no longer does stays', () => {
  const belongs = ({ outcome }: BatchRow) => outcome === 'failed'
  const pages = [{ rows: [rowOf(4, { outcome: 'failed' })] }]
  const before = orderAfter([], { pages, changes: unchanged, belongs })
  const changes = new Map([
    [4, rowOf(4, { outcome: 'done' })],
    [2, rowOf(2, { outcome: 'failed' })],
    [3, rowOf(3, { outcome: 'done' })],
  ])
  const known = { pages, changes, belongs }
  const places = placesOf(orderAfter(before, known), known, 1)
  expect(numbers(places)).toEqual([4, 2])
  expect(places[0]).toMatchObject({ outcome: 'done' })
})

test('who no longer belongs takes no room from those who are still to be read', () => {
  const belongs = ({ outcome }: BatchRow) => outcome === 'waiting'
  const changes = new Map([[1, rowOf(1, { outcome: 'done' })]])
  const known = { pages: [pageOf(waiting(2), 0)], changes, belongs }
  expect(numbers(placesOf(orderAfter([], known), known, 3))).toEqual([1, 2, null, null])
})

test('an order with nobody new is the very same, so that nothing is drawn again for it', () => {
  const known = { pages: [pageOf(waiting(3), 0)], changes: unchanged, belongs: everybody }
  const order = orderAfter([], known)
  expect(orderAfter(order, known)).toBe(order)
})

test('however the order changes between two pages, nobody moves, nobody is shown twice, and a pass over the list at rest finds everybody', () => {
  const change = fc.record({
    row: fc.integer({ min: 1, max: 500 }),
    outcome: fc.constantFrom<Outcome>('failed', 'sending', 'done'),
  })
  const betweenPages = fc.array(fc.array(change, { maxLength: 200 }), { maxLength: 6 })
  fc.assert(
    fc.property(betweenPages, (steps) => {
      let rows = waiting(500)
      const changes = new Map<number, BatchRow>()
      const pages: { rows: readonly BatchRow[] }[] = []
      let order: readonly number[] = []
      const read = (offset: number) => {
        pages.push(pageOf(rows, offset))
        const next = orderAfter(order, { pages, changes, belongs: everybody })
        expect(next.slice(0, order.length)).toEqual(order)
        order = next
      }
      for (const [at, step] of steps.entries()) {
        read((at * rowsPerReply) % 600)
        for (const { row, outcome } of step) {
          rows = rows.map((each) => (each.row === row ? rowOf(row, { outcome }) : each))
          changes.set(row, rowOf(row, { outcome }))
        }
      }
      for (const offset of [0, 200, 400]) read(offset)
      const places = placesOf(order, { pages, changes, belongs: everybody }, 500)
      const byRow = places.toSorted((a, b) => (a?.row ?? 0) - (b?.row ?? 0))
      expect(byRow).toEqual(rows)
    }),
    { numRuns: 50 },
  )
})
