import { afterEach, describe, expect, test } from 'vitest'
import type { Desk } from './desk.fixture.ts'
import { openDesk } from './desk.fixture.ts'
import { judge } from './judged.fixture.ts'
import { freshPeople } from './pool-people.fixture.ts'
import type { Steps } from './steps.fixture.ts'
import { seeThrough, stepsOn } from './steps.fixture.ts'

/** Calls a second that GenAuth lets through, and people on each of two lists. */
const perSecond = 15
const length = 30
/** A rest is at most a minute and its jitter, whatever GenAuth asks for. */
const longestRestMs = 60_500
const mostRests = 30

let desk: Desk

const open = async (policy = '') => {
  desk = await openDesk({ users: 1_500, policy })
  const people = freshPeople(desk.genauth, { people: async () => desk.sandbox.people() })
  const listOf = async (kind: 'suspend' | 'delete', count = length) => ({
    kind,
    endSessions: false,
    userIds: await people(count, kind === 'delete' ? 'Resigned' : 'Activated'),
  })
  return { listOf }
}
afterEach(() => desk.close())

const turnedAway = () =>
  desk.sandbox.ledger().filter(({ answered }) => answered?.statusCode === 429)

describe('two batches at once, far too fast for GenAuth', () => {
  test.each(['seconds', 'date', 'none', 'absurd'])(
    'lose nobody and repeat nobody when it says how long to wait in %s',
    async (said) => {
      const { listOf } = await open(`retry-after=${said}`)
      const lists = [await listOf('suspend'), await listOf('delete')]
      const planned: Steps[] = []
      for (const list of lists) {
        const steps = await stepsOn(desk.world, list)
        await steps.plan()
        await steps.reached('checked')
        await steps.confirm()
        planned.push(steps)
      }
      const since = desk.sandbox.ledger().at(-1)?.seq ?? 0
      const from = desk.clock.monotonic()
      desk.sandbox.switches({ rps: perSecond })
      const batches = await Promise.all(planned.map((steps) => seeThrough(steps)))
      const took = desk.clock.monotonic() - from
      expect(turnedAway().length).toBeGreaterThan(0)
      desk.sandbox.switches({ rps: 0 })

      const ledger = desk.sandbox.ledger(since)
      for (const [index, list] of lists.entries()) {
        const batch = batches[index]
        if (!batch) throw new Error('there is a batch for each list')
        const { state, outcomes, broken } = await judge(
          desk.world,
          desk.genauth,
          batch,
          list,
          ledger,
        )
        expect({ state, outcomes, broken }).toEqual({
          state: 'finished',
          outcomes: { done: length },
          broken: [],
        })
      }
      expect(took).toBeLessThan(mostRests * longestRestMs)
    },
  )
})

test('what one batch was told, another one obeys, too', async () => {
  const { listOf } = await open()
  const [first, second] = [await listOf('suspend', 3), await listOf('delete', 3)]
  const steps = await stepsOn(desk.world, second)
  await steps.plan()
  await steps.reached('checked')
  await steps.confirm()
  const rest = 40_000
  const told = desk.clock.monotonic()
  desk.world.pace.rest({ retryAfterMs: rest })
  const since = desk.sandbox.ledger().at(-1)?.seq ?? 0
  await steps.start()
  await steps.reached('finished')
  for (const { at } of desk.sandbox.ledger(since)) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(told + rest)
  }
  expect(first.userIds).toHaveLength(3)
})

test('GenAuth that is too busy all day long is given up after a bounded while, and nothing is lost', async () => {
  const { listOf } = await open('retry-after=absurd')
  const list = await listOf('suspend', 12)
  const steps = await stepsOn(desk.world, list)
  await steps.plan()
  await steps.reached('checked')
  await steps.confirm()
  const from = desk.clock.monotonic()
  desk.sandbox.switches({ faults: [{ behave: '429' }] })
  await steps.start()
  expect(await steps.reached('paused')).toMatchObject({ pausedBecause: 'upstream' })
  expect(desk.clock.monotonic() - from).toBeLessThan(mostRests * longestRestMs)
  desk.sandbox.switches({ faults: [] })
  const batch = await seeThrough(steps)
  const judged = await judge(desk.world, desk.genauth, batch, list, desk.sandbox.ledger())
  expect(judged).toMatchObject({ outcomes: { done: 12 }, broken: [] })
})
