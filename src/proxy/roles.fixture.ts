import type { Batch } from '#contract/batch.ts'
import type { OperationName } from '#contract/operations.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { wordsForBatch } from '#contract/typed-words.ts'

/** Who asks. Of what has no maker, the last two are one operator and one approver more. */
export const askers = [
  'nobody',
  'somebody without a role',
  'a viewer',
  'an operator',
  'an approver',
  'its maker',
  'its maker, an approver',
] as const
export type Asker = (typeof askers)[number]

/** `may`: it is done. */
type Cell = 'may' | RefusalCode
type Cells = Record<Asker, Cell>

type Seven = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell]
const cells = (row: Seven): Cells => ({
  nobody: row[0],
  'somebody without a role': row[1],
  'a viewer': row[2],
  'an operator': row[3],
  'an approver': row[4],
  'its maker': row[5],
  'its maker, an approver': row[6],
})

const may = 'may'
const out = 'sign_in_required'
const none = 'no_role'
const role = 'role_required'
const same = 'same_person'

const everybody = cells([may, may, may, may, may, may, may])
const signedIn = cells([out, may, may, may, may, may, may])
const readers = cells([out, none, may, may, may, may, may])
const operators = cells([out, none, role, may, may, may, may])
const approvers = cells([out, none, role, role, may, role, may])
const makerAlone = cells([out, none, role, role, role, may, may])
const otherApprovers = cells([out, none, role, role, may, role, same])

/** Who may do what, one operation a line; the type fails where the contract has one that is not here. */
export const table: Record<OperationName, Cells> = {
  whoAmI: everybody,
  staySignedIn: signedIn,
  listSessions: signedIn,
  endSession: signedIn,
  endOtherSessions: signedIn,
  stopEverything: operators,
  liftStop: approvers,
  lookUpUser: readers,
  listUsers: readers,
  getUser: readers,
  getUserRecord: readers,
  unlinkIdentity: operators,
  deleteSyncRelation: operators,
  suspendUser: operators,
  reactivateUser: operators,
  endSessions: operators,
  resignUser: operators,
  deleteUser: operators,
  checkAct: operators,
  planBatch: operators,
  editBatch: makerAlone,
  checkBatch: makerAlone,
  stopCheck: makerAlone,
  decideRow: makerAlone,
  chooseUser: makerAlone,
  confirmBatch: makerAlone,
  discardBatch: makerAlone,
  listBatches: readers,
  getBatch: readers,
  listBatchRows: readers,
  watchBatch: readers,
  startBatch: makerAlone,
  approveBatch: otherApprovers,
  declineBatch: otherApprovers,
  pauseBatch: operators,
  stopBatch: operators,
  followUp: makerAlone,
  recheckBatch: operators,
  exportBatch: operators,
  addList: makerAlone,
  getLists: readers,
  setColumns: makerAlone,
  removeList: makerAlone,
}

/** A list before a step of its own: of the last three the first row is what decides. */
export type ListState =
  | 'checked'
  | 'confirmed'
  | 'checking'
  | 'running'
  | 'finished'
  | 'held'
  | 'ambiguous'
  | 'pasted'

/** `linked` to an identity source; `synced` from a directory. */
export type UserState = 'any' | 'linked' | 'synced' | 'suspended'

/** What a request is about: a list of its own, a user as they were just read, and who a row may mean. */
export type About = { batch: Batch | undefined; version: string; words: string; candidate: string }

/** What is sent: a request that has an effect where it is allowed. */
export type Request = {
  list?: ListState
  user?: UserState
  query?: (about: About) => string
  body?: (about: About) => object
  lines?: string
}

const nothing = () => ({})
const plain = ({ version }: About) => ({ version })
const account = ({ version, words }: About) => ({ version, reason: 'HR-2231', typed: words })
const typed = ({ batch }: About) => (batch ? wordsForBatch(batch.kind, batch.willRun).en : '')
const seen = ({ batch }: About) => ({ fingerprint: batch?.fingerprint ?? '' })
const checked = { list: 'checked' } as const
const confirmed = { list: 'confirmed' } as const
const running = { list: 'running' } as const

export const requests: Record<OperationName, Request> = {
  whoAmI: {},
  staySignedIn: { body: nothing },
  listSessions: {},
  endSession: { body: nothing },
  endOtherSessions: { body: nothing },
  stopEverything: { body: nothing },
  liftStop: { body: nothing },
  lookUpUser: { body: () => ({ value: 'liwei', as: 'auto' }) },
  listUsers: { body: () => ({ page: 1 }) },
  getUser: {},
  getUserRecord: {},
  unlinkIdentity: { user: 'linked', body: account },
  deleteSyncRelation: {
    user: 'synced',
    body: ({ version }) => ({ version, reason: 'HR-2231' }),
  },
  suspendUser: { body: plain },
  reactivateUser: { user: 'suspended', body: plain },
  endSessions: { body: plain },
  resignUser: { body: account },
  deleteUser: { body: account },
  checkAct: { body: nothing },
  planBatch: { body: () => ({ kind: 'suspend', userIds: ['65f1c0a94be2d7831e0a9c42'] }) },
  editBatch: { ...checked, body: () => ({ title: 'Other leavers' }) },
  checkBatch: { ...checked, body: () => ({ which: 'all' }) },
  stopCheck: { list: 'checking', body: nothing },
  decideRow: { list: 'held', body: () => ({ decision: 'left_out' }) },
  chooseUser: { list: 'ambiguous', body: ({ candidate }) => ({ userId: candidate }) },
  confirmBatch: {
    ...checked,
    body: (about) => ({ ...seen(about), title: 'Leavers', reason: 'HR-2231', typed: typed(about) }),
  },
  discardBatch: { ...checked, body: nothing },
  listBatches: {},
  getBatch: checked,
  listBatchRows: checked,
  watchBatch: { ...checked, query: () => 'since=0' },
  startBatch: { ...confirmed, body: seen },
  approveBatch: { ...confirmed, body: (about) => ({ ...seen(about), typed: typed(about) }) },
  declineBatch: { ...confirmed, body: (about) => ({ ...seen(about), reason: 'Not these' }) },
  pauseBatch: { ...running, body: nothing },
  stopBatch: { ...running, body: nothing },
  followUp: { ...checked, body: () => ({ as: 'suspend_instead' }) },
  recheckBatch: { list: 'finished', body: () => ({ which: 'all' }) },
  exportBatch: { ...checked, body: () => ({ what: 'check' }) },
  addList: {
    ...checked,
    query: ({ batch }) => `kind=suspend&source=paste&batchId=${batch?.batchId}`,
    lines: 'liwei\n',
  },
  getLists: checked,
  setColumns: {
    list: 'pasted',
    body: () => ({ header: false, idColumn: 0, nameColumn: null, idKind: 'username' }),
  },
  removeList: { ...checked, body: nothing },
}
