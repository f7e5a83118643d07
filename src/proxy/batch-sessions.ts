import type { Written } from '#genauth/genauth.ts'
import type { ChunkResult, Run } from './batch-chunk.ts'
import { isLate, meet, readBack, restAfter, tooLate } from './batch-chunk.ts'
import type { UserRow } from './batch-deed.ts'
import type { Present } from './batch-intents.ts'
import { recordIntents } from './batch-intents.ts'
import type { SentRow } from './batch-settle.ts'
import type { Expected } from './look-again.ts'
import { nothingSeen } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { answerOf } from './outcome.ts'
import type { World } from './world.ts'

/** GenAuth's documented limit of apps in one call. */
const appsAtOnce = 50
/** Of a row in hand whose sessions are being ended: what is seen of it stands in the store. */
const touched = { ...nothingSeen }

/**
 * Signs the users of a chunk out of every app, before the act itself: an act of its own, written down
 * and read back like any other. Whoever cannot be signed out is told apart by the look after the act.
 *
 * @returns the rows that may go on to the act, and why the batch must wait, if it must.
 */
export async function endSessionsOf(
  world: World,
  run: Run,
  rows: readonly UserRow[],
): Promise<{ rows: UserRow[]; result: ChunkResult }> {
  const { before, present, readAfter } = await meet(world, run, rows)
  const found = present.map(({ row }) => row)
  if (before.pause || world.stopping.aborted) return { rows: found, result: before }
  const { apps, unread } = await signedInApps(run, found)
  const rowsLeft = found.map((row) => (apps.get(row.row)?.length ? { ...row, seen: touched } : row))
  const signedIn = present.filter(({ row }) => (apps.get(row.row) ?? []).length > 0)
  const unseen = [...unread]
  const width = world.settings.genauthConcurrency
  for (let from = 0; from < signedIn.length; from += width) {
    await run.calm.rested()
    const some = signedIn.slice(from, from + width)
    const ended = await signOut(world, run, some, apps, readAfter)
    const { pause, turnedAway } = ended
    if (pause || turnedAway || world.stopping.aborted) {
      return { rows: rowsLeft, result: { ...before, pause, turnedAway } }
    }
    unseen.push(...ended.unseen)
  }
  // After a resignation it can still be seen whether sessions are left; after a deletion nobody can look.
  if (run.batch.kind !== 'delete') return { rows: rowsLeft, result: before }
  const outcomes = [...before.outcomes, ...(await keepBack(world, run, unseen, unread))]
  const seen = rowsLeft.filter(({ row }) => !unseen.includes(row))
  return { rows: seen, result: { ...before, outcomes } }
}

/** Rows that are not deleted: their sessions could not be read, or were not seen to end. */
async function keepBack(
  world: World,
  { batch, fence }: Run,
  rows: readonly number[],
  unread: readonly number[],
): Promise<string[]> {
  const checkedAt = world.clock.now().toISOString()
  const patches = rows.map((row) => {
    const outcome = unread.includes(row) ? 'held' : 'not_confirmed'
    return { row, outcome, checkedAt }
  })
  await world.store.batches.patchRows(batch.batchId, patches, { fence })
  return patches.map(({ outcome }) => outcome)
}

/** So few at once that every call leaves right after the fence was checked. */
async function signOut(
  world: World,
  run: Run,
  some: readonly Present[],
  apps: ReadonlyMap<number, string[]>,
  readAfter: number,
): Promise<Pick<ChunkResult, 'pause' | 'turnedAway' | 'unseen'>> {
  const checkedAt = world.clock.monotonic()
  const sent = await recordIntents(world, run, some, readAfter, expectedOf)
  if (!sent) return { pause: 'drift', turnedAway: false, unseen: [] }
  const answers = await kick(world, run, sent, apps, checkedAt)
  const { pause, unseen } = await readBack(
    world,
    run,
    sent,
    ({ row }) => answers.get(row.row) ?? tooLate,
  )
  // Only what certainly never began is asked for again; the rest is told apart by what can be seen.
  const turnedAway = [...answers.values()].some(
    ({ kind, failure }) => kind === 'not_applied' && failure?.cause !== 'answer',
  )
  return { pause, turnedAway, unseen }
}

async function signedInApps({ calm }: Run, rows: readonly UserRow[]) {
  const apps = new Map<number, string[]>()
  const unread: number[] = []
  await Promise.all(
    rows.map(async ({ row, userId }) => {
      const read = await calm.genauth.getUserLoggedInApps(userId)
      if (read.ok)
        apps.set(
          row,
          read.value.map(({ appId }) => appId),
        )
      else unread.push(row)
    }),
  )
  return { apps, unread }
}

async function kick(
  world: World,
  run: Run,
  sent: readonly SentRow[],
  apps: ReadonlyMap<number, string[]>,
  checkedAt: number,
): Promise<Map<number, Answer>> {
  const answers = await Promise.all(
    sent.map(async ({ row }): Promise<readonly [number, Answer]> => {
      const appIds = apps.get(row.row) ?? []
      const written: Written[] = []
      for (let from = 0; from < appIds.length; from += appsAtOnce) {
        if (isLate(world, checkedAt)) break
        const some = appIds.slice(from, from + appsAtOnce)
        written.push(await world.genauth.kickUsers(row.userId, some))
      }
      const answer = written.length === 0 ? tooLate : answerOf(written)
      restAfter(run, answer)
      return [row.row, answer]
    }),
  )
  return new Map(answers)
}

function expectedOf({ userId }: UserRow): Expected {
  return { action: 'endSessions', userId, target: null, hadRights: [], endsSessions: false }
}
