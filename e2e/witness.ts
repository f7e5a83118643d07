import type { LedgerEntry } from '#sandbox/ledger.ts'

/** Every call that changes something, in the order of arrival: which, about whom, and with what effect. */
export function writesIn(ledger: readonly LedgerEntry[]) {
  return ledger
    .filter(({ call }) => !/^(get|list)-/.test(call))
    .map(({ call, ids, userIdType, effects }) => ({ call, ids, userIdType, effects }))
}

/** Every call that deletes, in the order of arrival. */
export function deletionsIn(ledger: readonly LedgerEntry[]): LedgerEntry[] {
  return ledger.filter(({ call }) => call === 'delete-users-batch')
}

/** Everybody to whom something was done, whatever it was. */
export function touchedIn(ledger: readonly LedgerEntry[]): string[] {
  const touched = ledger.flatMap(({ effects }) =>
    Object.entries(effects).flatMap(([userId, effect]) => (effect === 'none' ? [] : [userId])),
  )
  return [...new Set(touched)].sort()
}

/** Ids that were sent once more although no answered get-user stands between the two sends. */
export function sentBlindlyIn(ledger: readonly LedgerEntry[]): string[] {
  const unread = new Set<string>()
  const blindly: string[] = []
  for (const { call, ids, answered } of ledger) {
    if (call === 'get-user' && answered !== null) for (const id of ids) unread.delete(id)
    if (call !== 'delete-users-batch') continue
    blindly.push(...ids.filter((id) => unread.has(id)))
    for (const id of ids) unread.add(id)
  }
  return blindly
}
