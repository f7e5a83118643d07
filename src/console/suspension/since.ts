import type { HistoryEntry } from '#contract/user.ts'

/** How much later than our entry GenAuth's clock may say that the same change was: ten minutes. */
const tolerance = 600_000

/**
 * The entry that tells of the suspension a user is in.
 * @param changedAt when GenAuth says that the status last changed
 * @returns null: it was not done from here, as far as anybody can tell
 */
export function suspensionIn(
  history: readonly HistoryEntry[],
  changedAt: string | null,
): HistoryEntry | null {
  const last = history.find(
    ({ action, outcome }) =>
      outcome === 'done' && (action === 'suspendUser' || action === 'reactivateUser'),
  )
  if (last?.action !== 'suspendUser') return null
  const isLater = changedAt !== null && Date.parse(changedAt) > Date.parse(last.at) + tolerance
  return isLater ? null : last
}
