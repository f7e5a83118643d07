import type { z } from 'zod'
import type { Failure, Read, UserIdType } from './genauth.ts'
import type { Judged } from './judge.ts'
import type { Listed } from './read-list.ts'
import { readList } from './read-list.ts'
import type { UserDto } from './wire.ts'

/** An answer that was a success in form but does not say what was asked. */
export function unreadable(why: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind: 'ambiguous', cause: 'unreadable', detail: why } }
}

/** A question that GenAuth would refuse, so that it is not put. */
export function notAsked(why: string): { ok: false; failure: Failure } {
  const detail = `not asked: ${why}`
  return { ok: false, failure: { kind: 'refused', cause: 'answer', detail } }
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
 * Users asked for by ids of one kind. An empty envelope is no answer: from it, it would seem that
 * users are gone. Nor is an answer that holds somebody else, where user ids were asked for. By other
 * kinds a user may be found whom no field of theirs gives away (an identity, a sync relation, a phone
 * number written otherwise): whoever asked has to match them.
 */
export function usersAskedFor(
  judged: Judged,
  asked: { userIds: readonly string[]; userIdType: UserIdType },
  item: z.ZodType<UserDto>,
): Read<UserDto[]> {
  const read = wholeList(judged, item)
  if (!read.ok || !judged.ok) return read
  if (read.value.length === 0 && !Array.isArray(judged.data)) return unreadable('data is no array')
  if (asked.userIdType !== 'user_id') return read
  const ids = new Set(asked.userIds.map((userId) => userId.toLowerCase()))
  const found = new Set(read.value.map((user) => user.userId))
  if (found.size < read.value.length) return unreadable('the answer holds one user twice')
  const stranger = read.value.find((user) => !ids.has(user.userId.toLowerCase()))
  return stranger === undefined ? read : unreadable('the answer holds a user who was not asked for')
}
