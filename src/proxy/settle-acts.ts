import type { OpenIntent } from '#store/records.ts'
import { latestEffectMs } from './batch-run.ts'
import { expectedFrom, type Look, lookAgain } from './look-again.ts'
import { type Answer, outcomeOf } from './outcome.ts'
import type { World } from './world.ts'

/** Nobody knows how the call was answered. */
const unknown: Answer = { kind: 'ambiguous', failure: null }

/** Whether an act without an outcome can no longer be under way: its caller has given up long since. */
export function isLeftOver(world: World, { at, facts }: Pick<OpenIntent, 'at' | 'facts'>): boolean {
  const calls = typeof facts.calls === 'number' ? Math.max(facts.calls, 1) : 1
  const age = world.clock.now().getTime() - Date.parse(at)
  return age > latestEffectMs(world) + calls * world.settings.genauthTimeoutMs
}

/** Single acts that somebody left without an outcome get the one that can be seen. Sends nothing. */
export async function settleActs(
  world: World,
  isDue = (intent: OpenIntent) => isLeftOver(world, intent),
): Promise<void> {
  const open = await world.store.acts.open({ batchId: null })
  for (const intent of open.filter(isDue)) {
    if (world.stopping.aborted) return
    try {
      await settleAct(world, intent, await lookAgain(world.genauth, expectedFrom(intent)))
    } catch (error) {
      world.log.error({ err: error, entryId: intent.seq }, 'an act left open could not be settled')
    }
  }
}

/** Writes down what was seen of an act whose answer nobody knows. */
export async function settleAct(world: World, intent: OpenIntent, look: Look): Promise<void> {
  await world.store.acts.recordOutcome(
    {
      intentSeq: intent.seq,
      outcome: outcomeOf(unknown, look),
      requestId: null,
      facts: { answered: 'unknown', seen: look.read ? look.seen : null },
    },
    world.clock.now().toISOString(),
  )
}
