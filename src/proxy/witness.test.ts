import { expect, test } from 'vitest'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { AuditEntry } from '#store/records.ts'
import { rowOf } from './row.fixture.ts'
import { brokenPromises } from './witness.fixture.ts'
import type { Evidence } from './witness-evidence.fixture.ts'

const friday = Date.parse('2026-11-20T18:00:00.000Z')
const at = (second: number) => new Date(friday + second * 1000).toISOString()
const answered = { httpStatus: 200, statusCode: 200 }

function call(second: number, name: string, ids: string[], more: Partial<LedgerEntry> = {}) {
  const writes = name.endsWith('-batch') && !name.startsWith('get-')
  return {
    seq: second,
    at: at(second),
    call: name,
    method: writes ? 'POST' : 'GET',
    requestId: `request ${second}`,
    ids,
    userIdType: 'user_id',
    effects: Object.fromEntries(ids.map((id) => [id, 'none' as const])),
    answered,
    withheld: false,
    fault: null,
    ...more,
  } satisfies LedgerEntry
}

const deletion = (second: number, ids: string[], more: Partial<LedgerEntry> = {}) =>
  call(second, 'delete-users-batch', ids, {
    effects: Object.fromEntries(ids.map((id) => [id, 'deleted' as const])),
    ...more,
  })

function entry(seq: number, kind: AuditEntry['kind'], userId: string, of: number | null = null) {
  const outcome = kind === 'outcome' ? 'done' : null
  return {
    seq,
    at: at(seq),
    kind,
    action: 'deleteUser',
    personId: 'chen-jing',
    userId,
    batchId: 1,
    intentSeq: of,
    outcome,
    requestId: null,
    facts: {},
    personal: null,
    mac: '',
  } satisfies AuditEntry
}

/** A and B were deleted, as it must be. */
const clean: Evidence = {
  kind: 'delete',
  endSessions: false,
  frozen: ['a', 'b'],
  timeoutMs: 1_000,
  settleMs: 2_000,
  ledger: [
    call(1, 'get-user-batch', ['a', 'b']),
    deletion(4, ['a', 'b']),
    call(5, 'get-user', ['a'], { answered: { httpStatus: 200, statusCode: 404 } }),
    call(6, 'get-user', ['b'], { answered: { httpStatus: 200, statusCode: 404 } }),
  ],
  entries: [
    entry(2, 'intent', 'a'),
    entry(3, 'intent', 'b'),
    entry(7, 'outcome', 'a', 2),
    entry(8, 'outcome', 'b', 3),
  ],
  rows: [rowOf('a', 'done'), rowOf('b', 'done')],
  shown: new Set(['a', 'b']),
}

const planted = (changes: Partial<Evidence>) => brokenPromises({ ...clean, ...changes })
const plusCalls = (...calls: LedgerEntry[]) => ({
  ledger: [...clean.ledger, ...calls].sort((one, other) => one.seq - other.seq),
})

test('a batch that kept every promise is not accused', () => {
  expect(brokenPromises(clean)).toEqual([])
})

test('a second send that nobody looked before is told, and that it had no intent', () => {
  expect(planted(plusCalls(deletion(4.5, ['a'])))).toEqual([
    'delete-users-batch 4.5 of a repeats 4 blindly',
    'delete-users-batch 4 of a has no intent before it',
  ])
})

test('a second send right after a look is too early when the first answer was unclear', () => {
  const [before] = clean.ledger
  const unclear = deletion(4, ['a', 'b'], { answered: null, withheld: true })
  const ledger = [
    ...(before ? [before] : []),
    unclear,
    call(5, 'get-user', ['a']),
    deletion(5.5, ['a']),
    call(9, 'get-user', ['a']),
    call(9, 'get-user', ['b']),
  ]
  expect(planted({ ledger })).toContain('delete-users-batch 5.5 of a repeats 4 blindly')
  const later = ledger.map((one) =>
    one.seq === 5 || one.seq === 5.5 ? { ...one, at: at(one.seq + 1.5) } : one,
  )
  expect(planted({ ledger: later })).not.toContain('delete-users-batch 5.5 of a repeats 4 blindly')
})

test('a second send in company, and a third one at all, are told', () => {
  const again = [
    call(5.1, 'get-user-batch', ['a', 'b']),
    deletion(5.2, ['a', 'b']),
    call(5.3, 'get-user-batch', ['a']),
    deletion(5.4, ['a']),
  ]
  expect(planted(plusCalls(...again))).toEqual(
    expect.arrayContaining([
      'call 5.2 repeats a together with others',
      'call 5.2 repeats b together with others',
      'a was sent 3 times',
    ]),
  )
})

test('a call that was turned away counts as none', () => {
  const busy = { httpStatus: 200, statusCode: 429 }
  const more = [
    deletion(2.5, ['a', 'b'], { answered: busy, effects: {} }),
    call(3.5, 'get-user-batch', ['a', 'b']),
  ]
  const entries = [
    entry(2, 'intent', 'a'),
    entry(2.1, 'intent', 'b'),
    entry(3, 'outcome', 'a', 2),
    entry(3.1, 'outcome', 'b', 2.1),
    entry(3.7, 'intent', 'a'),
    entry(3.8, 'intent', 'b'),
    entry(7, 'outcome', 'a', 3.7),
    entry(8, 'outcome', 'b', 3.8),
  ]
  expect(planted({ ...plusCalls(...more), entries })).toEqual([])
})

test('whoever is not on the list, more than fifty at once, an e-mail address, another act: each is told', () => {
  const many = Array.from({ length: 51 }, (_, index) => `user ${index}`)
  expect(planted(plusCalls(deletion(5.5, ['c'])))).toEqual(['call 5.5 names c, not on the list'])
  expect(
    planted({ ...plusCalls(deletion(5.5, many)), frozen: [...clean.frozen, ...many] }),
  ).toContain('call 5.5 names 51 users')
  expect(planted(plusCalls(deletion(5.5, ['a', 'a'])))).toContain('call 5.5 names somebody twice')
  expect(planted(plusCalls(deletion(5.5, ['a'], { userIdType: 'email' })))).toContain(
    'call 5.5 names users by email',
  )
  expect(planted(plusCalls(call(5.5, 'resign-user-batch', ['a'])))).toContain(
    'call 5.5 is resign-user-batch',
  )
})

test('an intent with no outcome, one with two, and a send after its outcome are told', () => {
  const [first, second, third, fourth] = clean.entries
  if (!(first && second && third && fourth)) throw new Error('four entries')
  expect(planted({ entries: [first, second, third] })).toEqual(['intent 3 has 0 outcomes'])
  expect(planted({ entries: [...clean.entries, { ...fourth, seq: 9 }] })).toEqual([
    'intent 3 has 2 outcomes',
  ])
  expect(planted({ entries: [first, second, { ...third, at: at(3.5) }, fourth] })).toEqual([
    'delete-users-batch 4 of a was sent after the outcome of its intent',
  ])
  expect(planted({ entries: [second, fourth] })).toEqual([
    'delete-users-batch 4 of a has no intent before it',
  ])
})

test('a row that says done and was not, or was not seen, or not sent, is told', () => {
  expect(planted({ shown: new Set(['a']) })).toEqual(['b is done, and GenAuth shows otherwise'])
  expect(planted({ ledger: clean.ledger.slice(0, 3) })).toEqual([
    'b is done, and was never read back',
  ])
  expect(planted({ ledger: [], entries: [] })).toEqual([
    'a is done, although nothing was sent',
    'b is done, although nothing was sent',
  ])
})

test.each(['failed', 'skipped', 'held', 'not_started', 'already_so'])(
  'a row that says %s although something was done is told',
  (outcome) => {
    expect(planted({ rows: [rowOf('a', 'done'), rowOf('b', outcome)] })).toEqual([
      `b is ${outcome}, although something was done to them`,
    ])
  },
)

test('a row that is lost, left, or there twice is told', () => {
  expect(planted({ rows: [rowOf('a', 'done')] })).toEqual(['b is lost'])
  expect(planted({ rows: [rowOf('a', 'done'), rowOf('b', 'sending')] })).toEqual([
    'b is left sending',
  ])
  expect(planted({ rows: [rowOf('a', 'done'), rowOf('b', 'done'), rowOf('b', 'done')] })).toEqual([
    '1 rows are about somebody who has one already',
  ])
  expect(planted({ rows: [rowOf('a', 'done'), rowOf('b', 'not_confirmed')] })).toEqual([])
})
