import type { UserDto } from '#genauth/wire.ts'
import type { RowPatch } from '#store/batch-records.ts'
import type { ActOutcome, NewOutcome } from '#store/records.ts'
import type { UserRow } from './batch-deed.ts'
import type { Calm } from './calm.ts'
import type { Expected, Look } from './look-again.ts'
import { lookAgain, nothingSeen } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import { unread } from './unread.ts'

/** A row whose id was sent, under the number of its intent, and what must be seen of it. */
export type SentRow = { row: UserRow; intentSeq: number; expected: Expected }
export type LookedAt<T = SentRow> = T & { look: Look }

/** An id goes out at most twice in one batch: once in its chunk, and once more, alone, after a clean read. */
const mostSends = 2
/** GenAuth's documented limit of ids in one call. */
const idsAtOnce = 50

/** Reads every one of these users back; where a status says it all, fifty in a call. */
export async function lookAtRows<T extends { expected: Expected }>(
  calm: Calm,
  sent: readonly T[],
): Promise<LookedAt<T>[]> {
  const known = await readStatuses(calm, sent)
  return Promise.all(
    sent.map(async (item) => ({
      ...item,
      look: known.get(item.expected.userId) ?? (await lookAgain(calm.genauth, item.expected)),
    })),
  )
}

/** Whoever a batch read leaves out, or shows otherwise than expected, is asked for alone. */
async function readStatuses(
  { genauth }: Calm,
  sent: readonly { expected: Expected }[],
): Promise<Map<string, Look>> {
  const looks = new Map<string, Look>()
  const plain = sent.filter(({ expected: { action } }) => isStatus(action))
  for (let from = 0; plain.length > 1 && from < plain.length; from += idsAtOnce) {
    const some = plain.slice(from, from + idsAtOnce)
    const read = await genauth.getUserBatch(some.map(({ expected }) => expected.userId))
    if (!read.ok) continue
    const users = new Map(read.value.map((user) => [user.userId, user]))
    for (const { expected } of some) {
      const look = lookAtStatus(users.get(expected.userId), expected)
      if (look) looks.set(expected.userId, look)
    }
  }
  return looks
}

function lookAtStatus(user: UserDto | undefined, { target }: Expected): Look | null {
  if (user?.status !== target || target === null) return null
  return { read: true, seen: { ...nothingSeen, status: target }, shows: true }
}

function isStatus(action: Expected['action']): boolean {
  return action === 'suspendUser' || action === 'reactivateUser'
}

export function shows({ look }: { look: Look }): boolean {
  return look.read && look.shows
}

/**
 * One outcome per intent, and what the row says now. A row that a clean read still showed unchanged
 * waits for its second, lone send; one that was not applied waits as if it had never been sent.
 */
export function settled(
  { row, intentSeq, expected, look }: LookedAt,
  answer: Answer,
  at: string,
): NewOutcome & { patch: RowPatch } {
  const outcome = outcomeOf(answer, look)
  const told = {
    intentSeq,
    outcome,
    requestId: null,
    facts: {
      answered: answer.kind,
      statusCode: answer.failure?.statusCode ?? null,
      apiCode: answer.failure?.apiCode ?? null,
      upstreamRequestId: answer.failure?.requestId ?? null,
      seen: look.read ? look.seen : null,
    },
  }
  // What prepares the act leaves the row to wait for the act itself.
  if (expected.action === 'endSessions') {
    // That sessions have ended, or may have, is told of the row, whatever becomes of the act.
    const seen = outcome === 'failed' ? {} : { seen: look.read ? look.seen : nothingSeen }
    return { ...told, patch: { row: row.row, outcome: 'waiting', ...seen } }
  }
  return {
    ...told,
    patch: {
      row: row.row,
      seen: look.read ? look.seen : null,
      checkedAt: at,
      why: whyOf(answer, look, outcome),
      ...standing(row, answer, look, outcome),
    },
  }
}

/**
 * Whether this batch may have changed something for a row that has no outcome yet: it was sent, or its
 * sessions were ended to prepare that.
 */
export function isTouched({ sends, seen }: Pick<UserRow, 'sends' | 'seen'>): boolean {
  return sends > 0 || seen !== null
}

function standing(
  row: Pick<UserRow, 'sends' | 'seen'>,
  answer: Answer,
  look: Look,
  outcome: ActOutcome,
): Pick<RowPatch, 'outcome' | 'sends' | 'seen'> {
  if (outcome === 'failed' && mayBeSentAgain(answer)) {
    return { outcome: 'waiting', sends: row.sends, seen: row.seen }
  }
  // An earlier send of this batch may be what is seen now, or may still be applied.
  if (row.sends > 0) return { outcome: look.read && look.shows ? 'done' : 'not_confirmed' }
  const unsettled = outcome === 'not_confirmed' && look.read && row.sends + 1 < mostSends
  if (unsettled) return { outcome: 'waiting' }
  return { outcome: outcome === 'failed' && isTouched(row) ? 'not_confirmed' : outcome }
}

/** Refusals that say nothing about this user: too busy, a key that is not accepted, no connection. */
function mayBeSentAgain({ failure }: Answer): boolean {
  return failure?.cause === 'busy' || failure?.cause === 'key' || failure?.cause === 'silent'
}

function whyOf(answer: Answer, look: Look, outcome: ActOutcome): Record<string, unknown> | null {
  if (outcome === 'done' || outcome === 'already_so') return null
  if (answer.failure) return unread(answer.failure)
  return look.read ? null : unread(look.failure)
}
