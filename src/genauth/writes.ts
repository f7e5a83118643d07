import type { Caller } from './caller.ts'
import type { GenAuth, Written } from './genauth.ts'
import { idLimit } from './id-limit.ts'
import type { Judged } from './judge.ts'
import { unreadable, usersAskedFor } from './reading.ts'
import { UserDto } from './wire.ts'

export type Writes = Pick<
  GenAuth,
  | 'unlinkIdentity'
  | 'deleteUserSyncRelations'
  | 'updateUserStatuses'
  | 'kickUsers'
  | 'resignUser'
  | 'resignUsersBatch'
  | 'deleteUsersBatch'
>

const byUserId = { userIdType: 'user_id' } as const

/**
 * The calls that change something. Each names its users by `user_id`, and says so: a mutable
 * identifier could point at somebody else a moment later. A call with a blank value, with more ids
 * than GenAuth takes, or with one id twice is not sent.
 */
export function userWrites(call: Caller): Writes {
  return {
    async unlinkIdentity(userId, extIdpId, type) {
      if ([userId, extIdpId, type].some(isBlank)) return notSent('a blank value')
      return written(await call.write('/api/v3/unlink-identity', { userId, extIdpId, type }, 1))
    },
    async deleteUserSyncRelations(userId, provider) {
      if ([userId, provider].some(isBlank)) return notSent('a blank value')
      const params = { provider, userId, ...byUserId }
      return written(await call.write('/api/v3/delete-user-sync-relations', params, 1))
    },
    async updateUserStatuses(changes) {
      const userIds = changes.map(({ userId }) => userId)
      const wrong = wrongIds('user', userIds)
      if (wrong !== undefined) return notSent(wrong)
      if (changes.some(({ status }) => isBlank(status))) return notSent('a blank status')
      const list = changes.map(({ userId, status }) => ({ userId, status }))
      const params = { list, options: byUserId }
      const judged = await call.write('/api/v3/update-user-batch', params, userIds.length, 'data')
      return everyUserAnswered(judged, userIds)
    },
    async kickUsers(userId, appIds) {
      if (isBlank(userId)) return notSent('a blank user id')
      const wrong = wrongIds('app', appIds)
      if (wrong !== undefined) return notSent(wrong)
      const params = { userId, appIds, options: byUserId }
      // Of several apps some may have been left before the one that was refused.
      return written(await call.write('/api/v3/kick-users', params, appIds.length))
    },
    async resignUser(userId) {
      if (isBlank(userId)) return notSent('a blank user id')
      return written(await call.write('/api/v3/resign-user', { userId, ...byUserId }, 1))
    },
    async resignUsersBatch(userIds) {
      const wrong = wrongIds('user', userIds)
      if (wrong !== undefined) return notSent(wrong)
      const params = { userIds, ...byUserId }
      return written(await call.write('/api/v3/resign-user-batch', params, userIds.length))
    },
    async deleteUsersBatch(userIds) {
      const wrong = wrongIds('user', userIds)
      if (wrong !== undefined) return notSent(wrong)
      const params = { userIds, options: byUserId }
      return written(await call.write('/api/v3/delete-users-batch', params, userIds.length))
    },
  }
}

const isBlank = (value: string): boolean => value.trim() === ''

function wrongIds(what: 'user' | 'app', ids: readonly string[]): string | undefined {
  if (ids.length === 0 || ids.length > idLimit) {
    return `${ids.length} ${what} ids, where 1 to ${idLimit} are allowed`
  }
  if (ids.some(isBlank)) return `a blank ${what} id`
  return new Set(ids).size < ids.length ? `the same ${what} id twice` : undefined
}

function notSent(what: string): Written {
  const detail = `not sent: ${what}`
  return { ok: false, failure: { kind: 'not_applied', cause: 'answer', detail } }
}

function written(judged: Judged): Written {
  if (!judged.ok) return judged
  return judged.requestId === undefined ? { ok: true } : { ok: true, requestId: judged.requestId }
}

/** The users as they are now are the yes of update-user-batch; one who is missing there may be unchanged. */
function everyUserAnswered(judged: Judged, userIds: readonly string[]): Written {
  const read = usersAskedFor(judged, { userIds, ...byUserId }, UserDto)
  if (!read.ok) return read
  const answered = new Set(read.value.map(({ userId }) => userId.toLowerCase())).size
  if (answered === userIds.length) return written(judged)
  return unreadable(`the answer holds ${answered} of ${userIds.length} users`)
}
