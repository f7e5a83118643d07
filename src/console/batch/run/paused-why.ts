import { lacksApproval, standingOf } from '#console/batch/approval/standing.ts'
import { whyWords } from '#console/batch/approval/why.ts'
import type { approvalWords } from '#console/batch/approval/words.tsx'
import type { Still } from '#console/session/session.tsx'
import type { Batch } from '#contract/batch.ts'
import type { pauseWords } from './pause-words.ts'

/** A title, what it means, and what to do; the last two only where something is known. */
export type PausedWhy = { title: string; means?: string; next?: string }

/** What holds now, besides the batch itself. */
type Now = {
  /** Why nothing is sent to GenAuth at all; null: acts are open. */
  still: Still | null
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** Why a batch waits for a person, as things stand now. */
export function pausedWhy(
  batch: Batch,
  now: Now,
  words: typeof pauseWords.en,
  approval: Pick<typeof approvalWords.en, 'why'>,
): PausedWhy {
  const { still } = now
  if (batch.pausedBecause === 'read_only') {
    return { ...words.reasons.read_only, ...words.read_only[still ?? 'over'] }
  }
  const why = whyByItself(batch, now, words, approval)
  // What else there is to do comes after that.
  return still === null ? why : { ...why, next: words.while[still] }
}

/** The same as if acts were open. */
function whyByItself(
  batch: Batch,
  { lastSeen }: Now,
  words: typeof pauseWords.en,
  approval: Pick<typeof approvalWords.en, 'why'>,
): PausedWhy {
  const { pausedBecause } = batch
  if (pausedBecause === null) return { title: words.unknown }
  const reason = words.reasons[pausedBecause]
  if (pausedBecause !== 'approval') return reason
  const standing = standingOf(batch.approval, lastSeen)
  if (lacksApproval(standing))
    return { ...reason, means: whyWords(batch, approval) ?? reason.means }
  return words.approval[standing === 'approved' ? 'approved' : 'free']
}
