import { BatchKind } from '#contract/batch.ts'
import type { Candidate } from '#contract/batch-row.ts'
import { candidateLimit } from '#contract/limits.ts'
import type { Failure } from '#genauth/genauth.ts'
import type { BatchRecord, BatchRowRecord, RowPatch } from '#store/batch-records.ts'
import type { NewSnapshot, OwnNames, Person } from '#store/records.ts'
import type { Resolved } from './batch-resolve.ts'
import { resolveRows } from './batch-resolve.ts'
import { targetStatuses } from './batch-target.ts'
import { verdictOn } from './batch-verdict.ts'
import { handsOff } from './guard.ts'
import { inParallel } from './in-parallel.ts'
import type { Reading } from './reading.ts'
import { readAround, rights } from './reading.ts'
import { snapshotOf } from './snapshot.ts'
import { unread } from './unread.ts'
import { mainDepartment } from './user.ts'
import { profileVersion } from './version.ts'
import type { World } from './world.ts'

export type RowCheck = {
  patch: RowPatch
  snapshot: (NewSnapshot & { userId: string }) | null
}

type Rows = readonly BatchRowRecord[]
/** What is known of other rows and batches about the users of a chunk. */
type Around = {
  elsewhere: ReadonlyMap<string, number>
  firstRows: ReadonlyMap<string, number>
  targets: ReadonlyMap<string, string>
}

/** Finds out whom each row means, and what may be done about it. Reads only. */
export async function checkRows(
  world: World,
  batch: BatchRecord,
  maker: Person | null,
  rows: Rows,
): Promise<RowCheck[]> {
  const { batches, people } = world.store
  const own = maker && (await people.ownNames(maker.personId))
  const resolved = await resolveRows(world.genauth, rows)
  const userIds = [...new Set([...resolved.values()].flatMap(({ found }) => [...found.keys()]))]
  const around: Around = {
    elsewhere: await batches.elsewhere(batch.batchId, userIds),
    firstRows: firstRows(rows, resolved, await batches.firstRowsOf(batch.batchId, userIds)),
    targets: await targetStatuses(world, batch, userIds),
  }
  return inParallel(world.settings.genauthConcurrency, rows, async (row) => {
    const known = resolved.get(row.row) ?? { tried: [], found: new Map(), failure: null }
    const check = await checkRow(world, batch, own, row, known, around)
    return { ...check, patch: { ...blank, tried: known.tried, ...check.patch } }
  })
}

/** What a check begins with; a later one forgets what an earlier one found. */
const blank = {
  holds: [],
  duplicateOf: null,
  otherBatch: null,
  syncProviders: [],
  why: null,
} satisfies Partial<BatchRowRecord>

/** By user, the one row that counts: the first in this chunk, or one that was there before. */
function firstRows(
  rows: Rows,
  resolved: ReadonlyMap<number, Resolved>,
  before: ReadonlyMap<string, number>,
): Map<string, number> {
  const here = new Set(rows.map(({ row }) => row))
  const first = new Map([...before].filter(([, row]) => !here.has(row)))
  for (const { row } of rows) {
    const [only, ...others] = resolved.get(row)?.found.keys() ?? []
    if (only !== undefined && others.length === 0 && !first.has(only)) first.set(only, row)
  }
  return first
}

async function checkRow(
  world: World,
  batch: BatchRecord,
  own: OwnNames | null,
  row: BatchRowRecord,
  { found, failure }: Resolved,
  around: Around,
): Promise<RowCheck> {
  const [hit, ...others] = found.values()
  // Whoever did not answer might have been somebody else.
  if (failure) return unchecked(row, failure)
  if (!hit) return nobody(world, batch, row)
  if (others.length > 0) return ambiguous(world, row, [hit, ...others])
  const { user, foundAs } = hit
  const who = { row: row.row, userId: user.userId, foundAs }
  const first = around.firstRows.get(user.userId)
  const reading = await readAround(world.genauth, user, world.clock.now)
  const told = {
    ...who,
    name: user.name,
    otherName: user.nickname === user.name ? null : user.nickname,
    username: user.username,
    department: mainDepartment(reading),
    status: user.status,
    lastLogin: user.lastLogin,
  }
  if (first !== undefined && first !== row.row) {
    return { patch: { ...told, verdict: 'duplicate', duplicateOf: first }, snapshot: null }
  }
  const otherBatch = around.elsewhere.get(user.userId) ?? null
  const targetStatus = around.targets.get(user.userId) ?? null
  const off = own ? handsOff(world.settings, own, user) : 'protected'
  const { verdict, holds } = verdictOn({
    kind: BatchKind.parse(batch.kind),
    reading,
    givenName: row.givenName,
    handsOff: off,
    elsewhere: otherBatch !== null,
    targetStatus,
  })
  return {
    patch: {
      ...told,
      verdict,
      holds,
      otherBatch,
      targetStatus,
      counts: countsOf(reading),
      syncProviders: providersOf(reading),
      checkedVersion: profileVersion(user),
      why: whyUnread(reading),
    },
    snapshot: { ...snapshotOf(reading), userId: user.userId },
  }
}

/** Gone, if they were ever known here: then there is nothing left to end. */
async function nobody(world: World, batch: BatchRecord, row: BatchRowRecord): Promise<RowCheck> {
  const { acts } = world.store
  const ends = batch.kind === 'resign' || batch.kind === 'delete'
  const known =
    ends &&
    row.given !== '' &&
    ((await acts.lastSnapshot(row.given)) !== null || (await acts.history(row.given, 1)).length > 0)
  // A batch read that leaves somebody out says nothing for sure; of whom we know we ask alone.
  const read = known ? await world.genauth.getUser(row.given, 'user_id') : null
  if (read && !read.ok) return unchecked(row, read.failure)
  if (read?.value) return unchecked(row, leftOut)
  const patch: RowPatch = known
    ? { row: row.row, verdict: 'already_so', userId: row.given }
    : { row: row.row, verdict: 'not_found', userId: null }
  return { patch, snapshot: null }
}

const leftOut: Failure = {
  kind: 'ambiguous',
  cause: 'unreadable',
  detail: 'a read of several left out a user whom a read of one finds',
}

async function ambiguous(
  world: World,
  row: BatchRowRecord,
  hits: readonly { user: Reading['user']; foundAs: Candidate['foundAs'] }[],
): Promise<RowCheck> {
  const candidates = await Promise.all(
    hits.slice(0, candidateLimit).map(async ({ user, foundAs }): Promise<Candidate> => {
      const { userId, name, nickname, username, email, status } = user
      const departments = await world.genauth.getUserDepartments(userId)
      const all = departments.ok ? departments.value : []
      const main = all.find(({ departmentId }) => departmentId === user.mainDepartmentId) ?? all[0]
      const otherName = nickname === name ? null : nickname
      const department = main?.name ?? null
      return { userId, name, otherName, username, email, status, department, foundAs }
    }),
  )
  const patch = { row: row.row, verdict: 'ambiguous', userId: null, candidates }
  return { patch, snapshot: null }
}

function unchecked(row: BatchRowRecord, failure: Failure): RowCheck {
  const patch = { row: row.row, verdict: 'not_checked', why: unread(failure) }
  return { patch: { ...patch, holds: ['not_checked'] }, snapshot: null }
}

function countsOf({ access }: Reading): BatchRowRecord['counts'] {
  const count = (read: Reading['access'][keyof Reading['access']]) =>
    read.ok ? read.value.length : null
  return {
    departments: count(access.departments),
    roles: count(access.roles),
    groups: count(access.groups),
    positions: count(access.positions),
    authorizations: count(access.authorizations),
    sessions: count(access.apps),
  }
}

function providersOf({ relations }: Reading): string[] {
  if (!relations.ok) return []
  return [...new Set(relations.value.map(({ provider }) => provider ?? '?'))]
}

function whyUnread({ access }: Reading): Record<string, unknown> | null {
  for (const right of rights) {
    const read = access[right]
    if (!read.ok) return unread(read.failure)
  }
  return null
}
