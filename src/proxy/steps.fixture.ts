import { setTimeout as wait } from 'node:timers/promises'
import { wordsForBatch } from '#contract/typed-words.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import { clock } from './clock.ts'
import { asked } from './desk.fixture.ts'
import type { List } from './desk-on-disk.fixture.ts'
import { chenJing } from './desk-on-disk.fixture.ts'
import { handlers } from './handlers.ts'
import type { World } from './world.ts'

const lookEveryMs = 20
/** No step of a list takes longer, unless it is very long. */
const usualBoundMs = 60_000

/** The steps that somebody takes with one list, in any process on its desk: with this batch, or the newest of its kind there. */
export async function stepsOn(
  world: World,
  list: List,
  batchId: number | null = null,
  boundMs = usualBoundMs,
) {
  const { batches } = world.store
  const does = handlers(world)
  const caller = await chenJing(world)
  const { kind, userIds, endSessions } = list
  let planned = batchId

  async function batch(): Promise<BatchRecord | null> {
    if (planned !== null) return batches.find(planned)
    const all = await batches.list(0, 10)
    return all.batches.find((one) => one.kind === kind) ?? null
  }
  async function found(): Promise<BatchRecord> {
    const one = await batch()
    if (!one) throw new Error('There is no batch yet.')
    return one
  }
  async function reached(...states: string[]): Promise<BatchRecord> {
    const deadline = clock.monotonic() + boundMs
    for (;;) {
      const one = await found()
      if (states.includes(one.state)) return one
      if (clock.monotonic() > deadline) throw new Error(`The batch stays ${one.state}.`)
      await wait(lookEveryMs)
    }
  }
  /** On a busy machine a read may come too late: then somebody presses *Check again*. */
  async function allChecked(): Promise<void> {
    for (let times = 0; times < 5; times += 1) {
      const { batchId: checked } = await found()
      const { not_checked: missing = 0 } = (await batches.tallies(checked)).verdicts
      if (missing === 0) return
      const body = { which: 'missing' as const }
      await does.checkBatch(asked(caller, { params: { batchId: checked }, body }))
      await reached('checked')
    }
  }
  const of = async () => ({ params: { batchId: (await found()).batchId } })

  return {
    batch,
    found,
    reached,
    /** Makes the draft; one that leads back comes from the batch that suspended its people. */
    async plan(suspendedBy?: number) {
      if (kind === 'reactivate') {
        const all = await batches.list(0, 10)
        const newest = all.batches.find((one) => one.kind === 'suspend')
        const params = { batchId: suspendedBy ?? newest?.batchId ?? 0 }
        const body = { as: 'reactivate' as const }
        planned = (await does.followUp(asked(caller, { params, body }))).batchId
        return
      }
      planned = (await does.planBatch(asked(caller, { body: { kind, userIds } }))).batchId
      if (kind === 'suspend') return
      await does.editBatch(asked(caller, { ...(await of()), body: { endSessions } }))
    },
    async confirm() {
      await allChecked()
      const { params } = await of()
      const { fingerprint, willRun } = await does.getBatch(asked(caller, { params }))
      const body = {
        fingerprint: fingerprint ?? '',
        title: 'November leavers',
        reason: 'HR-2231',
        typed: wordsForBatch(kind, willRun).en,
      }
      await does.confirmBatch(asked(caller, { params, body }))
    },
    async start() {
      const { fingerprint, batchId } = await found()
      const body = { fingerprint: fingerprint ?? '' }
      // However long the check took: whoever starts has just signed in.
      const fresh = { ...caller, authTime: clock.now() }
      await does.startBatch(asked(fresh, { params: { batchId }, body }))
    },
    async pause() {
      await does.pauseBatch(asked(caller, { ...(await of()), body: {} }))
    },
    async stop() {
      await does.stopBatch(asked(caller, { ...(await of()), body: {} }))
    },
    async recheck() {
      const body = { which: 'all' as const }
      await does.recheckBatch(asked(caller, { ...(await of()), body }))
    },
    async rechecked() {
      const deadline = clock.monotonic() + boundMs
      while ((await found()).recheckedAt === null) {
        if (clock.monotonic() > deadline) throw new Error('The later look does not end.')
        await wait(lookEveryMs)
      }
    },
  }
}

export type Steps = Awaited<ReturnType<typeof stepsOn>>

/** Takes whatever step is next until the batch has ended, as a patient person would. */
export async function seeThrough(steps: Steps): Promise<BatchRecord> {
  if (!(await steps.batch())) await steps.plan()
  for (;;) {
    const batch = await steps.reached('checked', 'confirmed', 'paused', 'stopped', 'finished')
    switch (batch.state) {
      case 'checked':
        await steps.confirm()
        break
      case 'confirmed':
      case 'paused':
        await steps.start()
        break
      default:
        if (batch.recheckTotal > 0) await steps.rechecked()
        return steps.found()
    }
  }
}
