import type { ActReply } from '#contract/act.ts'
import { Superseded } from '#store/store.ts'
import type { Ask } from './act.ts'
import { act } from './act.ts'
import { deletion, endingSessions, relationDeletion, resignation, unlinking } from './deed.ts'
import type { Call, Handler } from './handler.ts'
import type { KnownNames } from './known-names.ts'
import { expectedFrom, lookAgain } from './look-again.ts'
import { Refused } from './refused.ts'
import { isLeftOver, settleAct } from './settle-acts.ts'
import { reactivation, suspension } from './suspension.ts'
import { refusedBy } from './unread.ts'
import type { World } from './world.ts'

export function unlinkIdentity(world: World, names: KnownNames): Handler<'unlinkIdentity'> {
  return async (call) => {
    const sources = await names.sources()
    return act(world, askOf(call), (reading) => unlinking(reading, call.params.extIdpId, sources))
  }
}

export function deleteSyncRelation(world: World): Handler<'deleteSyncRelation'> {
  return (call) =>
    act(world, askOf(call), (reading) => relationDeletion(reading, call.params.provider))
}

export function suspendUser(world: World): Handler<'suspendUser'> {
  return (call) => act(world, askOf(call), suspension)
}

export function reactivateUser(world: World): Handler<'reactivateUser'> {
  return (call) => act(world, askOf(call), (reading) => reactivation(world, reading))
}

export function endSessions(world: World): Handler<'endSessions'> {
  return (call) => act(world, askOf(call), endingSessions)
}

export function resignUser(world: World): Handler<'resignUser'> {
  return (call) =>
    act(world, freshly(call), (reading) => resignation(reading, call.body.endSessions ?? false))
}

export function deleteUser(world: World): Handler<'deleteUser'> {
  return (call) =>
    act(world, freshly(call), (reading) => deletion(reading, call.body.endSessions ?? false))
}

/** Looks again at what became of an act, and keeps what was seen as an entry of its own. */
export function checkAct(world: World): Handler<'checkAct'> {
  return async ({ params, caller, requestId }) => {
    const found = await world.store.acts.find(params.entryId)
    if (!found) throw new Refused('not_found', 'There is no such act.')
    const { intent, outcome } = found
    const leftOver = outcome === null && isLeftOver(world, intent)
    if (intent.batchId !== null || (outcome !== 'not_confirmed' && !leftOver)) {
      throw new Refused('wrong_state', 'Only a single act that is not confirmed can be checked.')
    }
    const look = await lookAgain(world.genauth, expectedFrom(intent))
    if (!look.read) throw refusedBy(look.failure)
    const reply: ActReply = {
      outcome: look.shows ? 'done' : 'not_confirmed',
      seen: look.seen,
      checkedAt: world.clock.now().toISOString(),
      answered: 'ambiguous',
      entryId: params.entryId,
    }
    if (leftOver) await recorded(() => settleAct(world, intent, look))
    else await recorded(() => recordCheck(world, caller.personId, requestId, reply))
    return reply
  }
}

async function recordCheck(world: World, personId: string, requestId: string, reply: ActReply) {
  const { entryId, outcome, seen, checkedAt } = reply
  const check = { intentSeq: entryId, outcome, requestId, facts: { seen } }
  await world.store.acts.recordCheck(check, personId, checkedAt)
}

async function recorded(record: () => Promise<void>): Promise<void> {
  try {
    await record()
  } catch (error) {
    if (error instanceof Superseded) throw new Refused('wrong_state', 'This act has not ended yet.')
    throw new Refused('cannot_record', 'What was seen could not be written down.', { cause: error })
  }
}

function askOf(
  call: Call<
    | 'unlinkIdentity'
    | 'deleteSyncRelation'
    | 'suspendUser'
    | 'reactivateUser'
    | 'endSessions'
    | 'resignUser'
    | 'deleteUser'
  >,
): Ask {
  const { caller, requestId, params } = call
  const said: Partial<Ask> = call.body
  return {
    caller,
    requestId,
    userId: params.userId,
    version: said.version,
    reason: said.reason,
    typed: said.typed,
    withoutPreview: said.withoutPreview,
    fresh: false,
  }
}

/** What ends an account wants somebody who has just signed in. */
function freshly(call: Call<'resignUser' | 'deleteUser'>): Ask {
  return { ...askOf(call), fresh: true }
}
