import type {
  BatchPatch,
  BatchRecord,
  BatchRowRecord,
  Confirming,
  ListedRow,
  ListRecord,
  PlannedRow,
  RowCounts,
  RowPatch,
} from './batch-records.ts'
import type {
  AlongWith,
  AsLongAs,
  Instant,
  NewIntent,
  NewNote,
  NewOutcome,
  NewSnapshot,
} from './records.ts'

/** Batches as the proxy sees them. `Superseded`, `UserBusy` and `CannotRecord` stand in store.ts. */
export type BatchStore = {
  /**
   * A new draft without rows. With lists they are attached, and it is to be checked at once.
   */
  create(
    batch: {
      kind: string
      title: string
      reason: string | null
      endSessions: boolean
      createdBy: string
      parentId: number | null
      lists: readonly ListRecord[]
    },
    at: Instant,
  ): Promise<BatchRecord>
  /**
   * The lists of a draft from now on, in order; bytes of those that are no longer named go. All rows
   * go too, confirmation and check with them; whoever checks or runs it is fenced out. With lists the
   * batch is to be checked (`checking`, its job put into the queue in the same transaction), without
   * any it is a `draft`. Error: Superseded when it is in none of `from`.
   */
  setLists(
    batchId: number,
    from: readonly string[],
    lists: readonly ListRecord[],
    patch: BatchPatch,
  ): Promise<BatchRecord>
  lists(batchId: number): Promise<ListRecord[]>
  /** Of many batches at once, without `reading`. */
  listSummaries(
    batchIds: readonly number[],
  ): Promise<Map<number, Pick<ListRecord, 'listId' | 'source' | 'name' | 'rows'>[]>>
  /**
   * The next rows made from the lists, while the batch is `checking` under this fence. Error: Superseded,
   * also when they do not follow on those that are there.
   */
  addRows(batchId: number, fence: number, rows: readonly ListedRow[]): Promise<void>
  /**
   * Back to `checking`: rows that bear one of these verdicts (all: every row) lose it with everything
   * that the check found, decisions included; a chosen user stays chosen, with whom else it could have
   * been. Every row loses its outcome. Fenced, and its job is put into the queue. Error: Superseded.
   */
  uncheck(
    batchId: number,
    from: readonly string[],
    verdicts: readonly string[] | 'all',
    patch: BatchPatch,
  ): Promise<BatchRecord>
  /**
   * Gives every row that has no verdict this one, while the batch is `checking`; fences the checker out.
   * Error: Superseded.
   */
  giveUpCheck(batchId: number, verdict: string): Promise<void>
  find(batchId: number): Promise<BatchRecord | null>
  list(offset: number, limit: number): Promise<{ totalCount: number; batches: BatchRecord[] }>
  inState(states: readonly string[]): Promise<BatchRecord[]>
  /** Changes the batch only while it is in one of `from`; bumps `revision`. Error: Superseded. */
  change(
    batchId: number,
    from: readonly string[],
    patch: BatchPatch,
    along?: AlongWith,
  ): Promise<BatchRecord>
  /** A new fence number for whoever runs the batch from now on. Error: Superseded. */
  takeFence(batchId: number, from: readonly string[]): Promise<number>
  /** Each row gets one of the batch's next revisions; one transaction. Error: Superseded. */
  patchRows(
    batchId: number,
    patches: readonly RowPatch[],
    asLongAs?: { fence?: number; state?: string },
  ): Promise<void>
  /**
   * Sets `outcome` on every row, `waiting` where it will run and `skipped` where not. With
   * `confirming` the checked batch is confirmed in the same transaction, or Superseded.
   */
  freezeRows(
    batchId: number,
    runningVerdicts: readonly string[],
    heldVerdicts: readonly string[],
    confirming?: Confirming,
  ): Promise<BatchRecord>
  /** `order: 'list'` by row; `'worst'`: the order in `worstFirst`, then row. */
  rows(
    batchId: number,
    query: {
      verdict?: string
      outcome?: string
      /** Only rows that will run, as `willRun` says. */
      running?: { verdicts: readonly string[]; heldVerdicts: readonly string[] }
      /** Only rows whose effect was gone at a later look. */
      cameBack?: boolean
      order: 'list' | 'worst'
      worstFirst?: { verdicts: readonly string[]; outcomes: readonly string[] }
      offset: number
      limit: number
    },
  ): Promise<{ totalCount: number; rows: BatchRowRecord[] }>
  /** In list order, the next rows with this outcome. */
  nextRows(batchId: number, outcome: string, limit: number): Promise<BatchRowRecord[]>
  /** In list order, the next rows without a verdict. */
  uncheckedRows(batchId: number, limit: number): Promise<BatchRowRecord[]>
  row(batchId: number, row: number): Promise<BatchRowRecord | null>
  /** Rows whose revision is past `since`, in that order; none share one, so the last is a cursor. */
  changedRows(batchId: number, since: number, limit: number): Promise<BatchRowRecord[]>
  /**
   * Of each of these batches that has rows: how many run, those with one of these verdicts and those
   * that were accepted, and how many wait for their turn.
   */
  countsToRun(
    batchIds: readonly number[],
    verdicts: readonly string[],
  ): Promise<Map<number, { willRun: number; waiting: number }>>
  tallies(batchId: number): Promise<{
    verdicts: Record<string, number>
    outcomes: Record<string, number>
    accepted: number
    leftOut: number
    checked: number
    /** When the row was looked at whose last look is the longest ago. */
    oldestCheckedAt: Instant | null
    recheckLeft: number
    cameBack: number
  }>
  /** What will be done, in list order: rows with a running verdict, and held ones that were accepted. */
  willRun(
    batchId: number,
    runningVerdicts: readonly string[],
    heldVerdicts: readonly string[],
  ): Promise<PlannedRow[]>
  /**
   * Sums over the rows that will run; `unread`: rows of which a count is not known, that of sessions
   * being needed only where they are ended; `mayComeBack` and `stillActive`: rows of which that is told,
   * in the words given for it, or of which a sync relation is known.
   */
  goes(
    batchId: number,
    runningVerdicts: readonly string[],
    heldVerdicts: readonly string[],
    verdicts: { mayComeBack: string; stillActive: string },
  ): Promise<Record<keyof RowCounts | 'unread' | 'mayComeBack' | 'stillActive', number>>
  /** Of these user ids, those that will run in another batch that is confirmed, running, paused or stopping. */
  elsewhere(batchId: number, userIds: readonly string[]): Promise<Map<string, number>>
  /** Rows of this batch that are resolved to one of these users, in list order. */
  rowsMeaning(batchId: number, userIds: readonly string[]): Promise<BatchRowRecord[]>
  /** By user id, the first row of this batch that is resolved to it, is no duplicate itself, and was not left out. */
  firstRowsOf(batchId: number, userIds: readonly string[]): Promise<Map<string, number>>
  /** User ids of rows with one of these outcomes, or, never in the run, one of these verdicts; in list order. */
  userIdsWith(
    batchId: number,
    of: { outcomes: readonly string[]; verdicts: readonly string[] },
  ): Promise<string[]>
  /** By user id, rows of a batch with this outcome. */
  rowsOfUsers(
    batchId: number,
    userIds: readonly string[],
    outcome: string,
  ): Promise<Map<string, BatchRowRecord>>
  /**
   * Marks rows to be looked at again, while the batch is in one of `from`: with these outcomes, of
   * these one row alone if that is named; never one that means nobody. Puts the job into the queue.
   * @returns the batch; `recheckTotal` rows are due. When that is none, nothing was written. Error:
   * Superseded.
   */
  askRecheck(
    batchId: number,
    from: readonly string[],
    which: { outcomes: readonly string[]; row?: number },
    along: { personId: string; note: { entry: NewNote; at: Instant } },
  ): Promise<BatchRecord>
  /** Rows with one of these outcomes of which it is kept why they could not be read. */
  countUnread(batchId: number, outcomes: readonly string[]): Promise<number>
  /** In list order, the next rows that a recheck has still to look at. */
  dueRows(batchId: number, limit: number): Promise<BatchRowRecord[]>
  /** Batches whose recheck is not over, though no row of theirs may be left. */
  beingRechecked(): Promise<number[]>
  /**
   * A later look at many rows: an entry of its own kind for each that has an intent; one transaction.
   * The rows are due no longer. Error: Superseded when an intent is open or is about another row.
   */
  recordChecks(
    batchId: number,
    checks: readonly (Omit<NewOutcome, 'intentSeq'> & {
      intentSeq: number | null
      patch: RowPatch
    })[],
    personId: string,
    at: Instant,
  ): Promise<void>
  /** By row, the number of the last intent of this batch about it, of the act that the batch is about. */
  lastIntents(batchId: number, rows: readonly number[]): Promise<Map<number, number>>
  /**
   * The chunk's door, one transaction: the fence still holds and the batch is `running`, then an intent
   * and an audit entry per row; rows become `sending`, with `sends` + 1 unless it is `aside`, an act that
   * prepares the one the batch is about. `statusBefore` is kept from the first send, not from later ones.
   * @returns entry numbers by row. Errors: Superseded, Unentitled, UserBusy, Stopped, OverLimit,
   * CannotRecord.
   */
  recordIntents(
    batchId: number,
    fence: number,
    intents: readonly (NewIntent & { row: number; aside?: boolean; statusBefore?: string })[],
    at: Instant,
    asLongAs?: AsLongAs,
  ): Promise<Map<number, number>>
  /** One transaction: an outcome and an audit entry per intent, and what each row shows now. */
  recordOutcomes(
    batchId: number,
    outcomes: readonly (NewOutcome & { patch: RowPatch })[],
    at: Instant,
  ): Promise<void>
  /** Snapshots of a check; no intent yet. */
  keepSnapshots(
    batchId: number,
    snapshots: readonly (NewSnapshot & { userId: string })[],
    at: Instant,
  ): Promise<void>
}
