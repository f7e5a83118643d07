import type { PauseReason } from '#contract/batch.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { BatchRecord, RowPatch } from '#store/batch-records.ts'
import type { OwnNames } from '#store/records.ts'
import type { UserRow } from './batch-deed.ts'
import { deedOf, expectedOf } from './batch-deed.ts'
import { isTouched, lookAtRows, shows } from './batch-settle.ts'
import type { Calm } from './calm.ts'
import { handsOff } from './guard.ts'
import { nothingSeen } from './look-again.ts'
import { profileVersion } from './version.ts'
import type { World } from './world.ts'

/** Who of a chunk is as the check saw them; what became of the others; whether a person must look. */
export type Reread = {
  present: { row: UserRow; user: UserDto }[]
  ended: RowPatch[]
  pause: PauseReason | null
}

type Reading = { world: World; calm: Calm; batch: BatchRecord; own: OwnNames }

const nobody = { present: [], ended: [] }

/** Reads the users of a chunk again, just before they are sent. */
export async function reread(of: Reading, rows: readonly UserRow[]): Promise<Reread> {
  const { calm, batch, world } = of
  const again = rows.filter(({ sends }) => sends > 0)
  const at = world.clock.now().toISOString()
  // What was sent before may have happened since it was last read.
  const happened = new Map(
    (
      await lookAtRows(
        calm,
        again.map((row) => ({ row, expected: expectedOf(batch, row) })),
      )
    )
      .filter(shows)
      .map(({ row, look }) => [row.row, look.read ? look.seen : null]),
  )
  const left = rows.filter(({ row }) => !happened.has(row))
  const found: Reread = await rereadUsers(of, left, at)
  for (const [row, seen] of happened) {
    found.ended.push({ row, outcome: 'done', seen, checkedAt: at, why: null })
  }
  return found
}

async function rereadUsers(of: Reading, rows: readonly UserRow[], at: string): Promise<Reread> {
  const { calm } = of
  const read = await calm.genauth.getUserBatch(rows.map((row) => row.userId))
  if (!read.ok && read.failure.cause === 'key') return { ...nobody, ended: [], pause: 'refused' }
  if (!read.ok && read.failure.cause === 'busy') return { ...nobody, ended: [], pause: 'upstream' }
  const known = new Map(read.ok ? read.value.map((user) => [user.userId, user]) : [])
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
    else sort(of, found, row, one.value, at)
  }
  return found
}

function sort(of: Reading, found: Reread, row: UserRow, user: UserDto | null, at: string): void {
  if (user && isAsChecked(of, row, user)) {
    found.present.push({ row, user })
    return
  }
  if (!user && of.batch.kind === 'delete') {
    found.ended.push(goneBefore(row, at))
    return
  }
  const seen = { ...nothingSeen, gone: user === null, status: user?.status ?? null }
  found.ended.push({ ...setAside(row, at), status: user?.status ?? row.status, seen })
  found.pause ??= 'drift'
}

/** The same person in the state that the check saw, or that this batch itself may have brought about. */
function isAsChecked({ world, batch, own }: Reading, row: UserRow, user: UserDto): boolean {
  const sent = row.sends > 0 ? [ownStatus(batch, row)] : []
  return (
    user.userId === row.userId &&
    [row.status, ...sent].includes(user.status) &&
    profileVersion({ ...user, status: row.status ?? '' }) === row.checkedVersion &&
    handsOff(world.settings, own, user) === null
  )
}

function ownStatus(batch: BatchRecord, row: UserRow): string | null {
  return deedOf(batch).status(row)
}

/** Gone before its turn: nothing was left to be done. What this batch had sent is told before. */
function goneBefore(row: UserRow, at: string): RowPatch {
  const seen = { ...nothingSeen, gone: true }
  const outcome = row.sends > 0 ? 'done' : 'already_so'
  return { row: row.row, outcome, seen, checkedAt: at, why: null }
}

/** Held for a person, or, once anything was sent, no longer to be told apart from what that may do. */
export function setAside(row: Pick<UserRow, 'row' | 'sends' | 'seen'>, at: string): RowPatch {
  return { row: row.row, outcome: isTouched(row) ? 'not_confirmed' : 'held', checkedAt: at }
}
