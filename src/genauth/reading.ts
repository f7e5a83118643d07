import type { z } from 'zod'
import type { Failure, Read } from './genauth.ts'
import type { Judged } from './judge.ts'
import type { Listed } from './read-list.ts'
import { readList } from './read-list.ts'
import type { UserDto } from './wire.ts'

/** An answer that was a success in form but does not say what was asked. */
export function unreadable(why: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind: 'ambiguous', cause: 'unreadable', detail: why } }
}

/**
 * A list that GenAuth gives whole. Fewer items than its own `totalCount` is no answer: what is
 * missing could be exactly what is asked about.
 */
export function wholeList<T>(judged: Judged, item: z.ZodType<T>): Read<T[]> {
  const read = anyList(judged, item)
  if (!read.ok) return read
  const { list, totalCount } = read.value
  if (totalCount !== null && list.length < totalCount) {
    return unreadable(`the list holds ${list.length} of ${totalCount}`)
  }
  return { ok: true, value: list }
}

/** One page of a list, or a list whose gaps do no harm. */
export function anyList<T>(
  judged: Judged,
  item: z.ZodType<T>,
): Read<Omit<Extract<Listed<T>, { ok: true }>, 'ok'>> {
  if (!judged.ok) return judged
  const read = readList(judged.data, item)
  return read.ok
    ? { ok: true, value: { list: read.list, totalCount: read.totalCount } }
    : unreadable(read.why)
}

/**
 * Users asked for by id. An answer about somebody else is no answer, and neither is an empty
 * envelope: from both it would seem that users are gone.
 */
export function usersAskedFor(
  judged: Judged,
  userIds: readonly string[],
  item: z.ZodType<UserDto>,
): Read<UserDto[]> {
  const read = wholeList(judged, item)
  if (!read.ok || !judged.ok) return read
  if (read.value.length === 0 && !Array.isArray(judged.data)) return unreadable('data is no array')
  const asked = new Set(userIds.map((userId) => userId.toLowerCase()))
  const stranger = read.value.find((user) => !asked.has(user.userId.toLowerCase()))
  return stranger === undefined ? read : unreadable('the answer holds a user who was not asked for')
}
