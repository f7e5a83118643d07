import type { Seen } from '#contract/act.ts'
import type { PauseReason } from '#contract/batch.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { BatchRowRecord, RowPatch } from '#store/batch-records.ts'
import type { Person } from '#store/records.ts'
import type { Calm } from './calm.ts'
import { handsOff } from './guard.ts'
import { profileVersion } from './version.ts'
import type { World } from './world.ts'

/** Who of a chunk is as the check saw them; what became of the others; whether a person must look. */
export type Reread = {
  present: { row: BatchRowRecord; user: UserDto }[]
  ended: RowPatch[]
  pause: PauseReason | null
}

const goneNow: Seen = {
  gone: true,
  status: null,
  departments: null,
  roles: null,
  groups: null,
  positions: null,
  authorizations: null,
  left: null,
}

/** Reads the users of a chunk again, just before they are sent. */
export async function reread(
  world: World,
  calm: Calm,
  starter: Person,
  rows: readonly BatchRowRecord[],
): Promise<Reread> {
  const read = await calm.genauth.getUserBatch(rows.map((row) => row.userId))
  if (!read.ok && read.failure.cause === 'key') return { ...nobody, pause: 'refused' }
  if (!read.ok && read.failure.cause === 'busy') return { ...nobody, pause: 'upstream' }
  const known = new Map(read.ok ? read.value.map((user) => [user.userId, user]) : [])
  const at = world.clock.now().toISOString()
  // A batch read that leaves somebody out, or fails, says nothing for sure: ask for them one by one.
  const looked = await Promise.all(
    rows.map(async (row) => {
      const user = known.get(row.userId)
      if (user) return { row, one: { ok: true as const, value: user } }
      return { row, one: await calm.genauth.getUser(row.userId, 'user_id') }
    }),
  )
  const found: Reread = { present: [], ended: [], pause: null }
  for (const { row, one } of looked) {
    if (!one.ok) found.pause = one.failure.cause === 'key' ? 'refused' : (found.pause ?? 'upstream')
    else if (!one.value) found.ended.push(goneBefore(row, at))
    else sort(world, starter, found, { row, user: one.value }, at)
  }
  return found
}

function sort(
  world: World,
  starter: Person,
  found: Reread,
  { row, user }: Reread['present'][number],
  at: string,
): void {
  if (isAsChecked(world, starter, row, user)) found.present.push({ row, user })
  else {
    found.ended.push({ ...setAside(row, at), status: user.status })
    found.pause ??= 'drift'
  }
}

const nobody = { present: [], ended: [] }

function isAsChecked(world: World, starter: Person, row: BatchRowRecord, user: UserDto): boolean {
  return (
    user.userId === row.userId &&
    profileVersion(user) === row.checkedVersion &&
    handsOff(world.settings, starter, user) === null
  )
}

/** Gone before its turn is *already so*; gone after this batch had sent it once is *done*. */
function goneBefore(row: BatchRowRecord, at: string): RowPatch {
  const outcome = row.sends > 0 ? 'done' : 'already_so'
  return { row: row.row, outcome, seen: goneNow, checkedAt: at, why: null }
}

/** Held for a person, or, once it was sent, no longer to be told apart from what the send may do. */
export function setAside(row: BatchRowRecord, at: string): RowPatch {
  return { row: row.row, outcome: row.sends > 0 ? 'not_confirmed' : 'held', checkedAt: at }
}
