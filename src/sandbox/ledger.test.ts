import { expect, test } from 'vitest'
import { newLedger } from './ledger.ts'

const call = { at: '2026-11-21T12:00:00.000Z', call: 'get-user', method: 'GET', requestId: 'r' }
const ok = { answered: { httpStatus: 200, statusCode: 200 }, withheld: false, fault: null }
const seqsOf = (entries: readonly { seq: number }[]) => entries.map(({ seq }) => seq)

test('entries are numbered from one, and what was read of them stays as it was', () => {
  const ledger = newLedger()
  const line = ledger.open(call)
  ledger.open(call)
  line.names(['a', '__proto__'], 'user_id')
  const [before] = ledger.entries()
  line.happens('1', ['a'], 'suspended')
  line.ends({ answered: null, withheld: true, fault: 'hang' })
  expect(before).toMatchObject({ seq: 1, withheld: false, userIdType: 'user_id' })
  expect(Object.entries(before?.effects ?? {})).toEqual([
    ['a', 'none'],
    ['__proto__', 'none'],
  ])
  const [after, second] = ledger.entries()
  expect(after).toMatchObject({ withheld: true, fault: 'hang', effects: { a: 'suspended' } })
  expect(second).toMatchObject({ seq: 2, ids: [], userIdType: null, effects: {}, answered: null })
})

test('what came after a number is told without what came before', () => {
  const ledger = newLedger()
  for (let i = 0; i < 5; i += 1) ledger.open(call)
  expect(seqsOf(ledger.entries(3))).toEqual([4, 5])
  expect(seqsOf(ledger.entries(0))).toEqual([1, 2, 3, 4, 5])
  expect(seqsOf(ledger.entries(9))).toEqual([])
})

test('a ledger that has become too long keeps its newer half, and goes on counting', () => {
  const ledger = newLedger(100)
  for (let i = 0; i < 60; i += 1) ledger.open(call).names(['a'], 'user_id')
  const seqs = seqsOf(ledger.entries())
  expect(seqs.length).toBeLessThan(50)
  expect(seqs.at(-1)).toBe(60)
  expect(seqs).toEqual(Array.from(seqs, (_, i) => (seqs[0] ?? 0) + i))
  expect(seqsOf(ledger.entries(58))).toEqual([59, 60])
  expect(seqsOf(ledger.entries(2))).toEqual(seqs)
})

test('the sums hold what the ledger has forgotten', () => {
  const ledger = newLedger(10)
  for (let i = 0; i < 40; i += 1) {
    const line = ledger.open({ ...call, call: 'kick-users' })
    line.names(['a', 'b'], 'username')
    line.happens(String(i % 8), ['a'], 'kicked')
    if (i % 2 === 0) line.ends(ok)
  }
  ledger.open(call).ends({ ...ok, answered: { httpStatus: 204 } })
  ledger.open(call).ends({ ...ok, answered: null })
  expect(ledger.tally()).toEqual({
    seq: 42,
    calls: { 'kick-users': 40, 'get-user': 2 },
    ids: { 'kick-users': 80 },
    answers: { '200': 20, 'http 204': 1, none: 1 },
    effects: { kicked: 40 },
    touched: 8,
  })
})

test('calls that do not exist are counted, however many names somebody thinks of', () => {
  const ledger = newLedger(10)
  for (let i = 0; i < 1000; i += 1) ledger.open({ ...call, call: `scan-${i}` })
  const { calls } = ledger.tally()
  expect(Object.keys(calls).length).toBeLessThan(300)
  expect(Object.values(calls).reduce((sum, count) => sum + count)).toBe(1000)
})
