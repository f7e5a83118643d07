/** What must survive a restart, as the proxy sees it. SQLite and PostgreSQL answer alike. */
import type { Received } from './batch-records.ts'
import type { BatchStore } from './batch-store.ts'
import type { Figures } from './figures.ts'
import type {
  ActOutcome,
  AsLongAs,
  AuditEntry,
  Instant,
  Job,
  NewIntent,
  NewNote,
  NewOutcome,
  OpenIntent,
  OwnNames,
  PendingSignIn,
  Person,
  Session,
  Snapshot,
  StopRecord,
} from './records.ts'

/** The chain is broken, the disk is full, the database is away: nothing was written. */
export class CannotRecord extends Error {
  override name = 'CannotRecord'
}
/** Another act on one of these users has no outcome yet; nothing was written. */
export class UserBusy extends Error {
  override name = 'UserBusy'
  readonly userIds: readonly string[]
  constructor(userIds: readonly string[]) {
    super(`another act on ${userIds.length} of these users has no outcome yet`)
    this.userIds = userIds
  }
}
/** *Stop everything* is on; nothing was written. */
export class Stopped extends Error {
  override name = 'Stopped'
}
/** One operator would send to more users than they may without a second person; nothing was written. */
export class OverLimit extends Error {
  override name = 'OverLimit'
  /** On how many users they may act alone. */
  readonly allowance: number
  constructor(users: number, allowance: number) {
    super(`these would be ${users} users where ${allowance} are allowed`)
    this.allowance = allowance
  }
}
/** Whoever acts may not any longer; nothing was written. */
export class Unentitled extends Error {
  override name = 'Unentitled'
  /** The role that is not enough; undefined: they are no longer signed in, or have no access at all. */
  readonly role: string | null | undefined
  constructor(role?: string | null) {
    super('whoever acts may not any longer')
    this.role = role
  }
}
/** The batch was taken over by somebody else, or is in another state than was asked; nothing was written. */
export class Superseded extends Error {
  override name = 'Superseded'
}

/** More bytes came than may; nothing was kept. */
export class TooManyBytes extends Error {
  override name = 'TooManyBytes'
}

export type Store = {
  /** 'sqlite' or 'postgres': for the log and for /readyz, never for a decision. */
  readonly engine: 'sqlite' | 'postgres'
  /** Resolves when the database answers; throws otherwise. */
  ping(): Promise<void>
  /** How things stand, for whoever watches the service. */
  figures(): Promise<Figures>
  close(): Promise<void>

  people: {
    /** Insert or replace by `iss` + `sub`; keeps `personId`, `revoked` and every verified e-mail there was. */
    signedIn(person: Omit<Person, 'personId' | 'revoked'>, at: Instant): Promise<Person>
    byId(personId: string): Promise<Person | null>
    names(personIds: readonly string[]): Promise<Map<string, string>>
    /**
     * Everybody who counts as this person: themselves first, then, by id, whoever shares a verified
     * e-mail with them, whatever its case, and whoever shares one with those, to the end. Every address
     * counts that was ever verified at a sign-in: changing it at the provider makes nobody somebody else.
     */
    same(personId: string): Promise<string[]>
    /** What everybody has who counts as this person. */
    ownNames(personId: string): Promise<OwnNames>
    /**
     * Takes access away, or gives it back: all sessions of the person end in the same transaction, and
     * it is an entry of the chain; taken away even where that entry cannot be written. Somebody who
     * never signed in is kept out before they come.
     * @returns null when nothing had to be changed. Error: {@link CannotRecord}.
     */
    setRevoked(
      who: { iss: string; sub: string },
      revoked: boolean,
      at: Instant,
    ): Promise<Person | null>
    /** Whether anybody by this name has ever signed in; whoever was only kept out has not. */
    haveSignedIn(who: { iss: string; sub: string }): Promise<boolean>
  }
  signIns: {
    begin(pending: PendingSignIn): Promise<void>
    /** Reads and removes in one step, so that a state serves once; null: unknown or past its end. */
    take(stateHash: string, at: Instant): Promise<PendingSignIn | null>
  }
  sessions: {
    start(session: Session): Promise<void>
    /** null: unknown, ended, past its absolute end, idle since before `idleSince`, or the person is revoked. */
    find(
      sessionHash: string,
      at: Instant,
      idleSince: Instant,
    ): Promise<{ session: Session; person: Person } | null>
    touch(sessionHash: string, at: Instant): Promise<void>
    end(sessionHash: string): Promise<void>
    /** Sessions of one person that would still be found, the newest first. */
    of(personId: string, at: Instant, idleSince: Instant): Promise<Session[]>
    /** Ends one of this person's own. @returns whether there was one. */
    endOne(personId: string, sessionId: string): Promise<boolean>
    /** Ends all of this person's own but one. */
    endOthers(personId: string, sessionHash: string): Promise<void>
  }
  stop: {
    /** null: nothing is stopped. */
    current(): Promise<StopRecord | null>
    /**
     * Turns it on, or off (null), with its note in one transaction; while it is on every intent is
     * refused with {@link Stopped}. Turned on twice, the first one stays and nothing is noted. Where the
     * note cannot be taken it is turned on without, but not off.
     * @returns what holds now. Error: {@link CannotRecord}.
     */
    set(stop: StopRecord | null, note: { entry: NewNote; at: Instant }): Promise<StopRecord | null>
  }
  idempotency: {
    /**
     * `fresh`: go and do it, then `settle`. `settled`: answer this again. `running`: another one is at
     * it. `other_body`: the key was used for something else. Keys are per person and operation, 24 h.
     */
    claim(key: {
      personId: string
      operation: string
      key: string
      bodyHash: string
      at: Instant
    }): Promise<
      | { state: 'fresh' }
      | { state: 'settled'; status: number; body: string }
      | { state: 'running' }
      | { state: 'other_body' }
    >
    /** Whether the key was used in the last 24 h and not given back. */
    isKnown(key: { personId: string; operation: string; key: string }): Promise<boolean>
    settle(
      key: { personId: string; operation: string; key: string },
      answer: { status: number; body: string },
    ): Promise<void>
    /** The work ended without anything being sent: the key is free again. */
    release(key: { personId: string; operation: string; key: string }): Promise<void>
    /** At start: a key that the last process left running is answered by doing it again only if nothing was sent. */
    releaseRunning(): Promise<void>
  }
  acts: {
    /**
     * In one transaction: the snapshot, the intent, its audit entry.
     * @returns the entry's number. Errors: {@link Unentitled}, {@link UserBusy}, {@link Stopped},
     * {@link OverLimit}, {@link CannotRecord}.
     */
    recordIntent(intent: NewIntent, at: Instant, asLongAs?: AsLongAs): Promise<number>
    /** User ids in the intents of these persons since then, each once, approved batches left out. */
    sentBy(personIds: readonly string[], since: Instant): Promise<string[]>
    /** One outcome per intent, with its audit entry; a second one is an error. */
    recordOutcome(outcome: NewOutcome, at: Instant): Promise<number>
    /** A later look: an entry of its own kind; the intent's shown outcome becomes the one seen now. */
    recordCheck(outcome: NewOutcome, personId: string, at: Instant): Promise<number>
    /** Intents without an outcome, oldest first; of single acts (`null`), of one batch, or of all. */
    open(of?: { batchId: number | null }): Promise<OpenIntent[]>
    /** The intent and the outcome shown for it now. */
    find(intentSeq: number): Promise<{
      intent: OpenIntent
      outcome: ActOutcome | null
      snapshot: Snapshot | null
    } | null>
    /** Intents about one user with the outcome shown for each, newest first. */
    history(
      userId: string,
      limit: number,
    ): Promise<
      (Omit<AuditEntry, 'kind' | 'outcome'> & { outcome: ActOutcome | null; who: string | null })[]
    >
    lastSnapshot(userId: string): Promise<Snapshot | null>
  }
  audit: {
    note(entry: NewNote, at: Instant): Promise<number>
    /** The number of the last entry; 0 before the first. Error: {@link CannotRecord}. */
    lastSeq(): Promise<number>
    /** Entries from `fromSeq` on, in order. */
    entries(fromSeq: number, limit: number): Promise<AuditEntry[]>
    /** Reads the whole chain. `firstBad` names the first entry that does not hold. */
    verify(): Promise<
      { holds: true; entries: number } | { holds: false; firstBad: number; why: string }
    >
  }
  batches: BatchStore
  lists: {
    /**
     * Keeps bytes as they come, piece by piece, and counts and hashes them.
     * Errors: {@link TooManyBytes}; whatever the stream throws; then nothing is kept.
     */
    receive(bytes: AsyncIterable<Uint8Array>, limit: number, at: Instant): Promise<Received>
    /** The bytes again, piece by piece. */
    bytes(listId: string): AsyncIterable<Uint8Array>
    /** Lets go of bytes that no batch has. */
    drop(listId: string): Promise<void>
  }
  /** The two verbs. A job names a batch; it is offered until its worker returns. */
  queue: {
    put(job: Job): Promise<void>
    work(worker: (job: Job) => Promise<void>): Promise<void>
  }
}
