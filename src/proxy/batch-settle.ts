import type { BatchRowRecord, RowPatch } from '#store/batch-records.ts'
import type { ActOutcome, NewOutcome } from '#store/records.ts'
import type { Calm } from './calm.ts'
import type { Expected, Look } from './look-again.ts'
import { lookAgain } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import { unread } from './unread.ts'

/** A row whose id was sent, under the number of its intent. */
export type SentRow = { row: BatchRowRecord; intentSeq: number }
export type LookedAt = SentRow & { look: Look }

/** An id goes out at most twice in one batch: once in its chunk, and once more, alone, after a clean read. */
const mostSends = 2

/** Reads every one of these users back. */
export async function lookAtRows(calm: Calm, sent: readonly SentRow[]): Promise<LookedAt[]> {
  return Promise.all(
    sent.map(async (item) => ({
      ...item,
      look: await lookAgain(calm.genauth, expectedOf(item.row)),
    })),
  )
}

export function shows({ look }: LookedAt): boolean {
  return look.read && look.shows
}

function expectedOf(row: BatchRowRecord): Expected {
  return { action: 'deleteUser', userId: row.userId, target: null, hadRights: [] }
}

/**
 * One outcome per intent, and what the row says now. A row that a clean read still showed unchanged
 * waits for its second, lone send; one that was not applied waits as if it had never been sent.
 */
export function settled(
  { row, intentSeq, look }: LookedAt,
  answer: Answer,
  at: string,
): NewOutcome & { patch: RowPatch } {
  const outcome = outcomeOf(answer, look)
  return {
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
    patch: {
      row: row.row,
      seen: look.read ? look.seen : null,
      checkedAt: at,
      why: whyOf(answer, look, outcome),
      ...standing(row, answer, look, outcome),
    },
  }
}

function standing(
  row: BatchRowRecord,
  answer: Answer,
  look: Look,
  outcome: ActOutcome,
): Pick<RowPatch, 'outcome' | 'sends'> {
  if (outcome === 'failed' && mayBeSentAgain(answer)) {
    return { outcome: 'waiting', sends: row.sends }
  }
  // An earlier send of this batch may be what is seen now, or may still be applied.
  if (row.sends > 0) return { outcome: look.read && look.shows ? 'done' : 'not_confirmed' }
  const unsettled = outcome === 'not_confirmed' && look.read && row.sends + 1 < mostSends
  return { outcome: unsettled ? 'waiting' : outcome }
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
