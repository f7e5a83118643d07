import { BatchKind } from '#contract/batch.ts'
import type { Outcome, Verdict } from '#contract/batch-row.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import { endsSessions, planOf } from './batch-plan.ts'
import { ended } from './batch-recheck.ts'
import { foundBatch, ownBatch, step } from './batch-steps.ts'
import { batchView } from './batch-view.ts'
import { editable } from './draft.ts'
import type { Call, Handler } from './handler.ts'
import { listOfUserIds } from './lists.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

type As = Call<'followUp'>['body']['as']
/** Which rows of which batch go on, and as what. */
type Way = {
  kind: BatchKind | null
  /** Kinds of batches that may go on this way. */
  from: readonly BatchKind[]
  outcomes: readonly Outcome[]
  verdicts: readonly Verdict[]
}

const every = ['suspend', 'resign', 'delete', 'reactivate'] as const
const so = { outcomes: ['done', 'already_so'], verdicts: ['already_so'] } as const
const ways: Record<Exclude<As, 'suspend_instead'>, Way> = {
  retry: { kind: null, from: every, outcomes: ['failed', 'not_started', 'held'], verdicts: [] },
  resign: { kind: 'resign', from: ['suspend'], ...so },
  delete: { kind: 'delete', from: ['suspend', 'resign'], ...so },
  // Never somebody who was suspended already.
  reactivate: { kind: 'reactivate', from: ['suspend'], outcomes: ['done'], verdicts: [] },
}

/** Carries rows of a batch into a new draft, where they are checked like any others. */
export function followUp(world: World): Handler<'followUp'> {
  return async ({ params, body, caller }) => {
    if (body.as === 'suspend_instead') {
      const batch = await ownBatch(world, params.batchId, caller)
      const child = await suspendInstead(world, batch, caller.personId)
      return batchView(world, child, caller)
    }
    const batch = await foundBatch(world, params.batchId)
    const way = ways[body.as]
    const isOver = ended.some((state) => state === batch.state)
    if (!isOver || !way.from.some((kind) => kind === batch.kind)) {
      throw new Refused('wrong_state', `This batch is ${batch.state} and cannot go on that way.`)
    }
    const userIds = await world.store.batches.userIdsWith(batch.batchId, way)
    const kind = way.kind ?? BatchKind.parse(batch.kind)
    return batchView(world, await child(world, batch, kind, userIds, caller.personId), caller)
  }
}

/** The very people who would run, suspended instead; the list they came from is discarded. */
async function suspendInstead(world: World, batch: BatchRecord, personId: string) {
  if (batch.state !== 'checked' || (batch.kind !== 'resign' && batch.kind !== 'delete')) {
    throw new Refused('wrong_state', 'Only a checked list can be suspended instead.')
  }
  const { plan } = await planOf(world, batch)
  const userIds = plan.map(({ userId }) => userId)
  if (userIds.length === 0) throw new Refused('blank_list', 'No row would run.')
  // The new list first: whatever fails on the way, there is one that holds these people.
  const made = await child(world, batch, 'suspend', userIds, personId)
  try {
    await step(world, batch, () =>
      world.store.batches.change(batch.batchId, ['checked'], { state: 'discarded' }),
    )
    return made
  } catch (error) {
    await world.store.batches.change(made.batchId, editable, { state: 'discarded' })
    throw error
  }
}

async function child(
  world: World,
  batch: BatchRecord,
  kind: BatchKind,
  userIds: readonly string[],
  createdBy: string,
): Promise<BatchRecord> {
  if (userIds.length === 0) throw new Refused('blank_list', 'No row would go on that way.')
  const { title, reason, batchId: parentId } = batch
  const endSessions = kind === batch.kind ? batch.endSessions : endsSessions(kind)
  const lists = [await listOfUserIds(world, userIds, 'batch')]
  return world.store.batches.create(
    { kind, title, reason, endSessions, createdBy, parentId, lists },
    world.clock.now().toISOString(),
  )
}
