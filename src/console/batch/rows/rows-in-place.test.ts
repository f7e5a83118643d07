import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOf } from '#console/batch/batch.fixture.ts'
import type { BatchRow, Outcome } from '#contract/batch-row.ts'
import { rowsPerReply } from '#contract/limits.ts'
import { noRows, withRows } from './row-map.ts'
import { arranged, type Known, nobody, type Places, placesOf } from './rows-in-place.ts'

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

const everybody = () => true
const inOrder = ({ count, at }: Places) => Array.from({ length: count }, (_, index) => at(index))
const shown = (known: Known, expected: number, before = nobody) =>
  inOrder(placesOf(arranged(before, known), expected))
const numbers = (places: ReturnType<typeof inOrder>) => places.map((place) => place?.row ?? null)
const changed = (...rows: BatchRow[]) => withRows(noRows, rows)

test('before the first page there is room for as many rows as the batch counts', () => {
  const known = { pages: [], changes: noRows, belongs: everybody }
  expect(shown(known, 3)).toEqual([null, null, null])
})

test('rows stand in the order in which they were read, then room for the rest', () => {
  const known = { pages: [{ rows: [rowOf(7), rowOf(2)] }], changes: noRows, belongs: everybody }
  expect(numbers(shown(known, 4))).toEqual([7, 2, null, null])
})

test('a row that changed stays where it is, and says what it is now', () => {
  const changes = changed(rowOf(2, { outcome: 'failed' }))
  const places = shown({ pages: [pageOf(waiting(3), 0)], changes, belongs: everybody }, 3)
  expect(numbers(places)).toEqual([1, 2, 3])
  expect(places[1]).toMatchObject({ outcome: 'failed' })
})

test('a row that changes its verdict under a chip of verdicts stays where it is', () => {
  const belongs = ({ verdict }: BatchRow) => verdict === 'ambiguous'
  const pages = [{ rows: [4, 9].map((row) => rowOf(row, { verdict: 'ambiguous' })) }]
  const before = arranged(nobody, { pages, changes: noRows, belongs })
  const changes = changed(rowOf(4, { verdict: 'name_differs' }))
  const places = shown({ pages, changes, belongs }, 1, before)
  expect(places).toMatchObject([
    { row: 4, verdict: 'name_differs' },
    { row: 9, verdict: 'ambiguous' },
  ])
})

test('under a chip, who came to belong later is added at the end, and who no longer does stays', () => {
  const belongs = ({ outcome }: BatchRow) => outcome === 'failed'
  const pages = [{ rows: [rowOf(4, { outcome: 'failed' })] }]
  const before = arranged(nobody, { pages, changes: noRows, belongs })
  const changes = changed(
    rowOf(4, { outcome: 'done' }),
    rowOf(2, { outcome: 'failed' }),
    rowOf(3, { outcome: 'done' }),
  )
  const places = shown({ pages, changes, belongs }, 1, before)
  expect(numbers(places)).toEqual([4, 2])
  expect(places[0]).toMatchObject({ outcome: 'done' })
})

test('who no longer belongs takes no room from those who are still to be read', () => {
  const belongs = ({ outcome }: BatchRow) => outcome === 'waiting'
  const changes = changed(rowOf(1, { outcome: 'done' }))
  const known = { pages: [pageOf(waiting(2), 0)], changes, belongs }
  expect(numbers(shown(known, 3))).toEqual([1, 2, null, null])
})

test('who stops belonging after being shown makes room for whoever is still to be read', () => {
  const belongs = ({ outcome }: BatchRow) => outcome === 'waiting'
  const pages = [pageOf(waiting(2), 0)]
  const before = arranged(nobody, { pages, changes: noRows, belongs })
  const changes = changed(rowOf(1, { outcome: 'done' }))
  expect(numbers(shown({ pages, changes, belongs }, 2, before))).toEqual([1, 2, null])
})

test('a page that was on its way while a row changed does not undo the change', () => {
  const changes = changed(rowOf(2, { outcome: 'failed' }))
  const first = [pageOf(waiting(3), 0)]
  const before = arranged(nobody, { pages: first, changes, belongs: everybody })
  const pages = [...first, pageOf(waiting(3), 0)]
  const places = shown({ pages, changes, belongs: everybody }, 3, before)
  expect(places[1]).toMatchObject({ row: 2, outcome: 'failed' })
})

test('an arrangement without news is the very same, so that nothing is drawn again for it', () => {
  const known = { pages: [pageOf(waiting(3), 0)], changes: noRows, belongs: everybody }
  const arrangement = arranged(nobody, known)
  expect(arranged(arrangement, known)).toBe(arrangement)
})

test('however the order changes between two pages, nobody moves, nobody is shown twice, and a pass over the list at rest finds everybody', () => {
  const change = fc.record({
    row: fc.integer({ min: 1, max: 500 }),
    outcome: fc.constantFrom<Outcome>('failed', 'sending', 'done'),
  })
  const betweenPages = fc.array(fc.array(change, { maxLength: 200 }), { maxLength: 6 })
  const filters = [everybody, ({ outcome }: BatchRow) => outcome === 'failed']
  fc.assert(
    fc.property(betweenPages, fc.constantFrom(...filters), (steps, belongs) => {
      let rows = waiting(500)
      let changes = noRows
      const pages: { rows: readonly BatchRow[] }[] = []
      let arrangement = nobody
      const takeIn = () => {
        const before = numbers(inOrder(placesOf(arrangement, 0)))
        arrangement = arranged(arrangement, { pages: [...pages], changes, belongs })
        const after = numbers(inOrder(placesOf(arrangement, 0)))
        expect(after.slice(0, before.length)).toEqual(before)
      }
      const read = (offset: number) => {
        pages.push(pageOf(rows.filter(belongs), offset))
        takeIn()
      }
      for (const [at, step] of steps.entries()) {
        read((at * rowsPerReply) % 600)
        for (const { row, outcome } of step) {
          const now = rowOf(row, { outcome })
          rows = rows.map((each) => (each.row === row ? now : each))
          changes = withRows(changes, [now])
        }
        takeIn()
      }
      for (const offset of [0, 200, 400]) read(offset)
      const wanted = rows.filter(belongs)
      const places = inOrder(placesOf(arrangement, wanted.length))
      expect(new Set(numbers(places)).size).toBe(places.length)
      const found = places.filter((place) => place !== null && belongs(place))
      expect(found.toSorted((a, b) => (a?.row ?? 0) - (b?.row ?? 0))).toEqual(wanted)
      expect(places).not.toContain(null)
    }),
    { numRuns: 60 },
  )
})
