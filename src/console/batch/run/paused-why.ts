import { lacksApproval, standingOf } from '#console/batch/approval/standing.ts'
import { whyWords } from '#console/batch/approval/why.ts'
import type { approvalWords } from '#console/batch/approval/words.tsx'
import { hasLapsed } from '#console/batch/check/lapse.ts'
import type { Still } from '#console/session/session.tsx'
import type { Batch, PauseReason } from '#contract/batch.ts'
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
  const { still, lastSeen } = now
  const why = whyByItself(batch, now, words, approval)
  // Nobody renews a confirmation of which a part has been done.
  if (hasLapsed(batch, lastSeen)) return { ...why, next: words.lapsed }
  if (batch.pausedBecause === 'read_only' && still !== null) {
    return { ...why, ...words.read_only[still] }
  }
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
  const standing = standingOf(batch.approval, lastSeen)
  const lacks = lacksApproval(standing)
  if (pausedBecause === 'approval') {
    if (lacks) return { ...reason, means: whyWords(batch, approval) ?? reason.means }
    return words.approval[standing === 'approved' ? 'approved' : 'free']
  }
  const told = pausedBecause === 'read_only' ? { ...reason, ...words.read_only.over } : reason
  return lacks ? { ...told, next: nextWith(pausedBecause, told.next, words) } : told
}

/** What there is to do where the rest needs a second person as well. */
function nextWith(because: PauseReason, next: string, words: typeof pauseWords.en): string {
  // Whoever paused it, and a switch that is open again, leave nothing else to be done first.
  if (because === 'person' || because === 'read_only') return words.reasons.approval.next
  return words.approvedFirst(next)
}
