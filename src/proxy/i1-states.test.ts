import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BatchKind } from '#contract/batch.ts'
import { openGenAuth } from '#genauth/client.ts'
import type { GenAuth } from '#genauth/genauth.ts'
import type { Behaviour } from '#sandbox/fault.ts'
import { settled } from './batch-settle.ts'
import type { Desk } from './desk.fixture.ts'
import { openDesk } from './desk.fixture.ts'
import type { List } from './desk-on-disk.fixture.ts'
import { judge } from './judged.fixture.ts'
import type { Look } from './look-again.ts'
import { nothingSeen } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { freshPeople } from './pool-people.fixture.ts'
import { rowOf } from './row.fixture.ts'
import type { Steps } from './steps.fixture.ts'
import { stepsOn } from './steps.fixture.ts'
import { operationsOf, statusBefore } from './witness-evidence.fixture.ts'

const stories = 60
const mostStarts = 4

/** Ways to answer that cost no real time. */
const quick = [
  'html',
  'truncate',
  'empty',
  '204',
  'redirect',
  'reset',
  'cut',
  '401',
  '403',
  '404',
  '429',
  '499',
  '500',
  'success-false',
  'lie',
] as const satisfies Behaviour[]
/** Refusals that say that nothing was done are never given after something was. */
const honest: readonly Behaviour[] = ['401', '403', '404', '429']

const fault = fc
  .record({
    about: fc.constantFrom('act', 'kick-users', 'get-user', 'get-user-batch', 'get-user-roles'),
    behave: fc.constantFrom(...quick),
    afterApplying: fc.boolean(),
    whom: fc.nat({ max: 6 }),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map((one) => (honest.includes(one.behave) ? { ...one, afterApplying: false } : one))

const story = fc.record({
  kind: fc.constantFrom<BatchKind>('suspend', 'resign', 'delete', 'reactivate'),
  endSessions: fc.boolean(),
  length: fc.integer({ min: 1, max: 7 }),
  faults: fc.array(fault, { maxLength: 4 }),
  /** What happens when the batch has been started for the first time. */
  turn: fc.constantFrom('none', 'restart', 'pause', 'stop'),
  /** Faults of the reads of a later look. */
  later: fc.array(fault, { maxLength: 2 }),
})
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never

let desk: Desk
let genauth: GenAuth
let people: ReturnType<typeof freshPeople>

beforeAll(async () => {
  desk = await openDesk({ users: 6_000, settings: { genauthTimeoutMs: 5_000 } })
  const { url: host, accessKeyId, accessKeySecret } = desk.sandbox
  genauth = openGenAuth({
    host,
    accessKeyId,
    accessKeySecret,
    signature: 'authing',
    timeoutMs: 5_000,
  })
  people = freshPeople(genauth, { people: async () => desk.sandbox.people() })
})
afterAll(async () => {
  await genauth.close()
  await desk.close()
})

test('whatever is answered and whoever interrupts, no row says more than was seen', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const { broken } = await play(told)
      expect(broken).toEqual([])
    }),
    { numRuns: stories, endOnFailure: true },
  )
}, 240_000)

async function play(told: Story) {
  const { kind, length } = told
  const endSessions = told.endSessions && (kind === 'resign' || kind === 'delete')
  const list: List = {
    kind,
    endSessions,
    userIds: await people(length, statusBefore(kind, endSessions), endSessions),
  }
  const since = desk.sandbox.ledger().at(-1)?.seq ?? 0
  const parent = kind === 'reactivate' ? await suspended(list) : undefined
  const begun = parent === undefined ? since : (desk.sandbox.ledger().at(-1)?.seq ?? 0)
  let steps = await stepsOn(desk.world, list)
  await steps.plan(parent)
  const { batchId } = await steps.reached('checked')
  await steps.confirm()
  plant(list, told.faults)
  await steps.start()
  if (told.turn === 'restart') {
    await desk.restart()
    steps = await stepsOn(desk.world, list, batchId)
  }
  if (told.turn === 'pause') await steps.pause().catch(() => undefined)
  if (told.turn === 'stop') await steps.stop().catch(() => undefined)
  await seenToAnEnd(steps)
  plant(list, told.later)
  await steps.recheck().catch(() => undefined)
  if ((await steps.found()).recheckTotal > 0) await steps.rechecked()
  desk.sandbox.switches({ faults: [] })
  return judge(desk.world, genauth, await steps.found(), list, desk.sandbox.ledger(begun))
}

async function suspended(list: List): Promise<number> {
  const steps = await stepsOn(desk.world, { ...list, kind: 'suspend' })
  await steps.plan()
  await steps.reached('checked')
  await steps.confirm()
  await steps.start()
  return (await steps.reached('finished')).batchId
}

function plant(list: List, faults: Story['faults']): void {
  desk.sandbox.switches({
    faults: faults.map(({ about, whom, ...how }) => ({
      ...how,
      call: about === 'act' ? operationsOf(list).act.call : about,
      userId: list.userIds[whom % list.userIds.length] ?? '',
    })),
  })
}

/** Somebody goes on with a paused batch a few times, and then stops it. */
async function seenToAnEnd(steps: Steps): Promise<void> {
  for (let starts = 0; ; starts += 1) {
    const { state } = await steps.reached('paused', 'stopped', 'finished')
    if (state !== 'paused') return
    if (starts < mostStarts) await steps.start()
    else await steps.stop()
    if (starts >= mostStarts) await steps.reached('stopped', 'finished')
  }
}

const failure = fc.constantFrom('key', 'busy', 'missing', 'answer', 'unreadable', 'silent')
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ kind: 'success', failure: null }),
  fc.record({
    kind: fc.constantFrom('not_applied', 'ambiguous'),
    failure: fc.record({
      kind: fc.constant('ambiguous' as const),
      cause: failure,
      detail: fc.constant(''),
    }),
  }),
)
const look: fc.Arbitrary<Look> = fc.oneof(
  fc.record({
    read: fc.constant(true as const),
    shows: fc.boolean(),
    seen: fc.constant(nothingSeen),
  }),
  fc.record({
    read: fc.constant(false as const),
    failure: fc.record({
      kind: fc.constant('ambiguous' as const),
      cause: failure,
      detail: fc.constant(''),
    }),
  }),
)

test('a row is done only by a look that shows it, and is never sent a third time', () => {
  fc.assert(
    fc.property(answer, look, fc.integer({ min: 0, max: 1 }), (answered, looked, sends) => {
      const row = { ...rowOf('li-wei', 'sending'), sends, userId: 'li-wei' }
      const expected = {
        action: 'deleteUser' as const,
        userId: 'li-wei',
        target: null,
        hadRights: [],
        endsSessions: false,
      }
      const { outcome, patch } = settled(
        { row, intentSeq: 1, expected, look: looked },
        answered,
        '',
      )
      const shows = looked.read && looked.shows
      if (outcome === 'done' || patch.outcome === 'done') expect(shows).toBe(true)
      if (patch.outcome === 'waiting' && sends > 0) expect(answered.kind).toBe('not_applied')
      if (patch.outcome === 'failed') expect(answered.kind).toBe('not_applied')
      if (!looked.read) expect(['waiting', 'failed', 'not_confirmed']).toContain(patch.outcome)
    }),
  )
})
