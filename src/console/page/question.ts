/** What may be done to the account as a whole. */
export const accountActs = [
  'suspendUser',
  'reactivateUser',
  'endSessions',
  'resignUser',
  'deleteUser',
] as const
export type AccountAct = (typeof accountActs)[number]

/** Which question is being asked about the user. */
export type Question =
  | { action: 'unlinkIdentity'; extIdpId: string }
  | { action: 'deleteSyncRelation'; provider: string }
  | {
      action: AccountAct
      /** *Proceed without this preview* was ticked, and something of it is missing. */
      withoutPreview: boolean
    }

/** A question as it was kept, as far as it has this shape. */
export function questionFrom(found: unknown): Question | null {
  if (typeof found !== 'object' || found === null) return null
  const { action, extIdpId, provider, withoutPreview }: Partial<Record<string, unknown>> = {
    ...found,
  }
  if (action === 'unlinkIdentity') {
    return typeof extIdpId === 'string' ? { action, extIdpId } : null
  }
  if (action === 'deleteSyncRelation') {
    return typeof provider === 'string' ? { action, provider } : null
  }
  const known = accountActs.find((act) => act === action)
  return known === undefined ? null : { action: known, withoutPreview: withoutPreview === true }
}
