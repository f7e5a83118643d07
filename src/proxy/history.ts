import { historyLimit } from '#contract/limits.ts'
import type { UserRecord } from '#contract/user.ts'
import { HistoryEntry, UserSummary, userParts } from '#contract/user.ts'
import type { Handler } from './handler.ts'
import type { World } from './world.ts'

/** What was done about one user, newest first. */
export async function historyOf(world: World, userId: string): Promise<HistoryEntry[]> {
  const entries = await world.store.acts.history(userId, historyLimit)
  return entries.flatMap((entry) => {
    const action = actions.find((known) => known === entry.action)
    if (!action) return []
    return {
      entryId: entry.seq,
      at: entry.at,
      who: entry.who,
      action,
      about: textOrNull(entry.facts.about),
      reason: textOrNull(entry.personal?.reason),
      outcome: entry.outcome ?? ('open' as const),
      batchId: entry.batchId,
    }
  })
}

const actions = HistoryEntry.shape.action.options

/** What is kept here about a user, whether or not GenAuth still has them. */
export function getUserRecord(world: World): Handler<'getUserRecord'> {
  return async ({ params }) => {
    const [snapshot, history] = await Promise.all([
      world.store.acts.lastSnapshot(params.userId),
      historyOf(world, params.userId),
    ])
    return { snapshot: snapshot && shownSnapshot(snapshot), history }
  }
}

function shownSnapshot(snapshot: {
  takenAt: string
  body: Record<string, unknown>
  lacks: string[]
}): UserRecord['snapshot'] {
  const summary = UserSummary.safeParse(snapshot.body.summary)
  if (!summary.success) return null
  // A snapshot outlives the program that took it: a part that is no longer known has no name.
  const lacks = userParts.filter((part) => snapshot.lacks.includes(part))
  return { takenAt: snapshot.takenAt, summary: summary.data, lacks }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
