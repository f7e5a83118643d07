import type { Caller } from './caller.ts'
import type { GenAuth, Written } from './genauth.ts'
import type { Judged } from './judge.ts'

/** The most ids that GenAuth takes in one call. */
const idLimit = 50

type Writes = Pick<
  GenAuth,
  'unlinkIdentity' | 'deleteUserSyncRelations' | 'resignUser' | 'deleteUsersBatch'
>

/**
 * The calls that change something. Each names its users by `user_id`, and says so: a mutable
 * identifier could point at somebody else a moment later. A call with a blank value is not sent.
 */
export function userWrites(call: Caller): Writes {
  return {
    async unlinkIdentity(userId, extIdpId, type) {
      if ([userId, extIdpId, type].some(isBlank)) return notSent('a blank value')
      return written(await call.write('/api/v3/unlink-identity', { userId, extIdpId, type }, 1))
    },
    async deleteUserSyncRelations(userId, provider) {
      if ([userId, provider].some(isBlank)) return notSent('a blank value')
      const params = { provider, userId, userIdType: 'user_id' }
      return written(await call.write('/api/v3/delete-user-sync-relations', params, 1))
    },
    async resignUser(userId) {
      if (isBlank(userId)) return notSent('a blank user id')
      const params = { userId, userIdType: 'user_id' }
      return written(await call.write('/api/v3/resign-user', params, 1))
    },
    async deleteUsersBatch(userIds) {
      if (userIds.length === 0 || userIds.length > idLimit) {
        return notSent(`${userIds.length} user ids, where 1 to ${idLimit} are allowed`)
      }
      if (userIds.some(isBlank)) return notSent('a blank user id')
      const params = { userIds, options: { userIdType: 'user_id' } }
      return written(await call.write('/api/v3/delete-users-batch', params, userIds.length))
    },
  }
}

const isBlank = (value: string): boolean => value.trim() === ''

function notSent(what: string): Written {
  const detail = `not sent: ${what}`
  return { ok: false, failure: { kind: 'not_applied', cause: 'answer', detail } }
}

function written(judged: Judged): Written {
  if (!judged.ok) return judged
  return judged.requestId === undefined ? { ok: true } : { ok: true, requestId: judged.requestId }
}
