import { expect, test } from 'vitest'
import { newLedger } from './ledger.ts'

const call = { at: '2026-11-21T12:00:00.000Z', call: 'get-user', method: 'GET', requestId: 'r' }

test('entries are numbered from one, and what was read of them stays as it was', () => {
  const ledger = newLedger()
  const entry = ledger.open(call)
  ledger.open(call)
  const [before] = ledger.entries()
  entry.withheld = true
  expect(before).toMatchObject({ seq: 1, withheld: false })
  expect(ledger.entries().map(({ seq, withheld }) => [seq, withheld])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('a ledger that has become too long keeps its newer half, and goes on counting', () => {
  const ledger = newLedger(100)
  for (let i = 0; i < 60; i += 1) ledger.open(call).ids = ['a']
  const seqs = ledger.entries().map(({ seq }) => seq)
  expect(seqs.length).toBeLessThan(50)
  expect(seqs.at(-1)).toBe(60)
  expect(seqs).toEqual(Array.from(seqs, (_, i) => (seqs[0] ?? 0) + i))
})
