/** What the store keeps, as the proxy sees it. */

/** An instant as ISO-8601 text in UTC, as everywhere in the store. */
export type Instant = string

export type Person = {
  /** Opaque; made from nothing that a provider says. */
  personId: string
  iss: string
  sub: string
  name: string
  email: string | null
  emailVerified: boolean
  /** `OIDC_USER_CLAIM`: the operator's own GenAuth user id. */
  ownUserId: string | null
  /** The role last claimed; null: none. */
  role: string | null
  revoked: boolean
}

/** Everything by which a pool may know one person, under whichever of their accounts. */
export type OwnNames = {
  /** What providers call them, and their own user ids. */
  userIds: string[]
  /** Verified addresses, former ones included, as `comparableEmail` writes them. */
  addresses: string[]
}

export type PendingSignIn = {
  /** SHA-256 of the `state`; the text itself is never stored. */
  stateHash: string
  /** SHA-256 of the cookie that ties the sign-in to one browser. */
  browserHash: string
  nonce: string
  codeVerifier: string
  returnTo: string
  /** Somebody has to prove anew who they are. */
  fresh: boolean
  expiresAt: Instant
}

export type Session = {
  /** SHA-256 of the opaque id in the cookie. */
  sessionHash: string
  /** Names the session to its owner; made from nothing that the cookie holds. */
  sessionId: string
  personId: string
  createdAt: Instant
  /** Absolute end. */
  expiresAt: Instant
  lastSeenAt: Instant
  /** When the person last proved who they are, as the provider says; null: it does not say. */
  authTime: Instant | null
  /** What the browser said of itself, cut. */
  agent: string | null
}

/** *Stop everything* as it was turned on. */
export type StopRecord = { personId: string; at: Instant; reason: string | null }

/**
 * What one operator may send by themselves: the users of all intents of these persons since then, each
 * once and approved batches left out, together with those of the new intents, are at most `allowance`.
 */
export type Within = { personIds: readonly string[]; since: Instant; allowance: number }

/** What must still be so when intents are written down, looked at in the transaction that does it. */
export type AsLongAs = {
  /** The chain's last entry before the users were read: an intent on one since then makes that reading worthless. */
  readAfter?: number
  /** Counted one operator after another. */
  within?: Within
  /** The session by which whoever acts asked for it has not been ended. */
  sessionHash?: string
}

export type Action =
  | 'unlinkIdentity'
  | 'deleteSyncRelation'
  | 'endSessions'
  | 'suspendUser'
  | 'reactivateUser'
  | 'resignUser'
  | 'deleteUser'
export type ActOutcome = 'done' | 'already_so' | 'failed' | 'not_confirmed'

/** What an entry says that may be erased later: it enters the chain only by a salted digest. */
export type PersonalPart = Record<string, unknown>

/** One link of the chain as it is read back. `personal` is null once erased. */
export type AuditEntry = {
  seq: number
  at: Instant
  kind: 'intent' | 'outcome' | 'check' | 'note'
  action: string
  personId: string | null
  userId: string | null
  batchId: number | null
  /** The intent that an outcome or a check belongs to. */
  intentSeq: number | null
  outcome: string | null
  requestId: string | null
  /** What may stay for ever: no names, no identifiers but `userId`. JSON object. */
  facts: Record<string, unknown>
  personal: PersonalPart | null
  mac: string
}

export type NewIntent = {
  action: Action
  userId: string
  /** Who acts. */
  personId: string
  /** Whoever acts has one of these when it is written down. */
  roles: readonly string[]
  /** Name of who acts, the user's names and identifiers, the reason, the words typed: erasable. */
  personal: PersonalPart
  facts: Record<string, unknown>
  requestId: string | null
  /** The state of the user just before; stored with the intent in one transaction. */
  snapshot: NewSnapshot | null
}

export type NewSnapshot = {
  /** JSON object; no `identityNumber`, no tokens, no `connections`. */
  body: Record<string, unknown>
  /** Names of the parts that could not be read. */
  lacks: string[]
}

export type Snapshot = NewSnapshot & { userId: string; takenAt: Instant; intentSeq: number | null }

/** An intent that has no outcome yet. */
export type OpenIntent = {
  seq: number
  at: Instant
  action: Action
  userId: string
  personId: string
  batchId: number | null
  row: number | null
  facts: Record<string, unknown>
}

export type NewOutcome = {
  intentSeq: number
  outcome: ActOutcome
  facts: Record<string, unknown>
  requestId: string | null
}

/** Work for the queue: to check a batch, to run it, or to look again at what became of it. */
export type Job = { kind: 'check' | 'run' | 'recheck'; batchId: number }

/** Something that is no act on a user: a sign-in without a role, a batch confirmed, an accepted break. */
export type NewNote = {
  action: string
  personId: string | null
  batchId: number | null
  facts: Record<string, unknown>
  personal: PersonalPart
  requestId: string | null
}

/** What belongs to a change of a batch: all of it happens, or nothing. */
export type AlongWith = {
  /** Put into the queue. */
  job?: Job
  /** Appended to the audit chain. */
  note?: { entry: NewNote; at: Instant }
  /** Only while this fence holds. */
  fence?: number
  /** Nothing is confirmed any longer: rows lose their outcome, and whoever saw the batch before is fenced out. */
  thaw?: true
}
