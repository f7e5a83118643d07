import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BatchKind } from '#contract/batch.ts'
import { openGenAuth } from '#genauth/client.ts'
import type { Behaviour } from '#sandbox/fault.ts'
import type { List } from './desk-on-disk.fixture.ts'
import { openWorld } from './desk-on-disk.fixture.ts'
import type { Judgement } from './judged.fixture.ts'
import { judge } from './judged.fixture.ts'
import { turns } from './killed-process.fixture.ts'
import { freshPeople } from './pool-people.fixture.ts'
import { resume } from './runner.ts'
import { startSandboxProcess } from './sandbox-process.fixture.ts'
import { seeThrough, stepsOn } from './steps.fixture.ts'
import { operationsOf, statusBefore } from './witness-evidence.fixture.ts'
import type { World } from './world.ts'

const poolSize = 2_500
const atOnce = 5
const chunk = 3
/** A call that takes effect late does so between these two: after we gave up, before we may go on. */
const timeoutMs = 700
const settleMs = 700
const lateMs = 1_000
/** Of a test that waits for its turn among all the others. */
const patienceMs = 300_000

/** Answers after which nobody knows whether the call was applied. */
const unclear = [
  'html',
  'truncate',
  'empty',
  '204',
  'redirect',
  'huge',
  'reset',
  'cut',
  'hang',
  '499',
  '500',
  '503',
  'success-false',
] as const satisfies Behaviour[]
/** Answers after which everybody knows that it was not. */
const turnedAway = ['401', '403', '429'] as const satisfies Behaviour[]

const words: Partial<Record<Behaviour, string>> = {
  html: 'a page with 200',
  truncate: 'half of the JSON',
  empty: 'an empty body',
  '204': 'nothing, with 204',
  redirect: 'a redirect, which is not followed',
  huge: 'twenty megabytes',
  reset: 'a connection that ends before a byte came',
  cut: 'a connection that ends in the middle',
  hang: 'silence',
  'success-false': 'success: false',
  lie: 'a success that is not one',
  late: 'silence, and applied after we gave up',
}

/** One list whose first call is answered badly, and what must become of it. */
type Case = {
  behave: Behaviour
  afterApplying: boolean
  size: number
  outcomes: Record<string, number>
  /** How many users each write names. */
  writes: number[]
}

function casesOf(behave: Behaviour): Case[] {
  const sizes = [chunk, 1]
  if (turnedAway.some((word) => word === behave)) {
    return sizes.map((size) => ({ ...whole(behave, size, false), writes: [size, size] }))
  }
  if (behave === 'lie')
    return sizes.map((size) => ({ ...whole(behave, size, false), writes: [size, 1] }))
  if (behave === 'late') return sizes.map((size) => whole(behave, size, true))
  if (behave === '404') {
    const [several, one] = sizes.map((size) => whole(behave, size, false))
    return [
      ...(several ? [several, whole(behave, chunk, true)] : []),
      ...(one ? [{ ...one, outcomes: { failed: 1 }, writes: [1] }] : []),
    ]
  }
  return sizes.flatMap((size) => [whole(behave, size, false), whole(behave, size, true)])
}

/** All are done in the end: with the first call, or, where that was not applied, each with one more. */
function whole(behave: Behaviour, size: number, afterApplying: boolean): Case {
  const again = afterApplying ? [] : Array.from({ length: size }, () => 1)
  return { behave, afterApplying, size, outcomes: { done: size }, writes: [size, ...again] }
}

const nameOf = ({ size, afterApplying }: Case) =>
  `${size} in the call, ${afterApplying ? 'after' : 'before'} it was applied`

/** Declares a test for every way to answer the first write of a batch of this kind badly. */
export function answeredBadly(kind: BatchKind): void {
  const behaviours: Behaviour[] = [...unclear, ...turnedAway, '404', 'lie', 'late']
  const stories = new Map<Behaviour, Story>()
  const turn = turns(atOnce)
  let pool: Awaited<ReturnType<typeof openPool>> | undefined

  describe(`the first call of a batch of kind ${kind}`, () => {
    beforeAll(async () => {
      const opened = await openPool(kind)
      pool = opened
      for (const behave of behaviours) stories.set(behave, await opened.ready(behave))
      await opened.goWrong([...stories.values()])
    }, patienceMs)
    afterAll(async () => {
      for (const { close } of stories.values()) await close()
      await pool?.close()
    })

    const named = behaviours.map((behave) => [words[behave] ?? behave, behave] as const)
    test.concurrent.each(named)('answered with %s', { timeout: patienceMs }, async (_, behave) => {
      const story = stories.get(behave)
      if (!story || !pool) throw new Error(`nothing is ready for ${behave}`)
      const { told } = pool
      const ended = await turn(() => told(story))
      const wanted = casesOf(behave).map(({ outcomes, writes, ...one }) => [
        nameOf({ outcomes, writes, ...one }),
        { state: 'finished', outcomes, writes, broken: [] } satisfies Judgement,
      ])
      expect(Object.fromEntries(ended)).toEqual(Object.fromEntries(wanted))
    })
  })
}

/** A desk of its own with a list for each case; `parent`: the batch that suspended its people. */
type Story = {
  world: World
  lists: { one: Case; list: List; parent: number | null }[]
  close(): Promise<void>
}

async function openPool(kind: BatchKind) {
  const folder = await mkdtemp(join(tmpdir(), 'leaver-desk-answers-'))
  const sandbox = await startSandboxProcess(poolSize)
  const { host, accessKeyId, accessKeySecret } = sandbox
  const key = { host, accessKeyId, accessKeySecret }
  const genauth = openGenAuth({ ...key, signature: 'authing', timeoutMs: 10_000 })
  const people = freshPeople(genauth, sandbox)

  async function ready(behave: Behaviour): Promise<Story> {
    const room = await mkdtemp(join(folder, 'desk-'))
    const { world, close } = await openWorld({
      databaseUrl: `file:${join(room, 'desk.db')}`,
      heads: join(room, 'heads'),
      pool: key,
      timeoutMs,
      settleMs,
    })
    const running = await resume(world)
    const lists: Story['lists'] = []
    for (const one of casesOf(behave)) {
      const userIds = await people(one.size, statusBefore(kind, false))
      const list: List = { kind, userIds, endSessions: false }
      lists.push({ one, list, parent: kind === 'reactivate' ? await suspended(world, list) : null })
    }
    return {
      world,
      lists,
      async close() {
        await running.ended()
        await close()
      },
    }
  }

  return {
    ready,
    async goWrong(stories: readonly Story[]) {
      const { call } = operationsOf({ kind, endSessions: false }).act
      const faults = stories.flatMap(({ lists }) =>
        lists.map(({ one: { behave, afterApplying }, list: { userIds } }) => ({
          call,
          userId: userIds[0] ?? '',
          behave,
          afterApplying,
          delayMs: lateMs,
          times: 1,
        })),
      )
      await sandbox.switches({ faults })
    },
    /** Sees every list of the story through, all at once. */
    async told({ world, lists }: Story): Promise<(readonly [string, Judgement])[]> {
      const since = (await sandbox.ledger()).at(-1)?.seq ?? 0
      const ends = await Promise.all(
        lists.map(async ({ list, parent }) => {
          const steps = await stepsOn(world, list)
          await steps.plan(parent ?? undefined)
          return seeThrough(steps)
        }),
      )
      const ledger = await sandbox.ledger(since)
      const judgements: (readonly [string, Judgement])[] = []
      for (const [index, { one, list }] of lists.entries()) {
        const batch = ends[index]
        if (!batch) continue
        const judgement = await judge(world, genauth, batch, list, ledger)
        judgements.push([nameOf(one), judgement] as const)
      }
      return judgements
    },
    async close() {
      await genauth.close()
      await sandbox.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Suspends these people with a batch. @returns its number. */
async function suspended(world: World, list: List): Promise<number> {
  const steps = await stepsOn(world, { ...list, kind: 'suspend' })
  await steps.plan()
  const { batchId } = await seeThrough(steps)
  return batchId
}
