import type { Caller } from './caller.ts'
import { everyPage, pageLimit } from './every-page.ts'
import type { GenAuth, ListUsers, Read, UserIdType } from './genauth.ts'
import { idLimit } from './id-limit.ts'
import type { Judged } from './judge.ts'
import { saysMalformed } from './nobody.ts'
import { anyList, notAsked, unreadable, usersAskedFor, wholeList } from './reading.ts'
import { redact } from './redact.ts'
import type { Params } from './signature.ts'
import {
  AppDto,
  AuthorizedResourceDto,
  DepartmentDto,
  ExtIdpDto,
  GroupDto,
  IdentityDto,
  PostDto,
  RoleDto,
  SyncRelationDto,
  UserDto,
} from './wire.ts'
import type { Writes } from './writes.ts'

type Reads = Omit<GenAuth, keyof Writes | 'close'>

/** The calls that only read. Profiles from identity sources leave here redacted. */
export function userReads(call: Caller): Reads {
  const about = (endpoint: string, userId: string, more: Params = {}) =>
    call.get(`/api/v3/${endpoint}`, { userId, userIdType: 'user_id', ...more })

  return {
    async getUser(userId, userIdType, signal) {
      if (userId.trim() === '') return { ok: true, value: null }
      const params = { userId, userIdType, withIdentities: false }
      return oneUser(await call.get('/api/v3/get-user', params, signal), userId, userIdType)
    },
    async getUserBatch(givenIds, userIdType = 'user_id') {
      const userIds = givenIds.filter((userId) => userId.trim() !== '')
      if (userIds.length === 0) return { ok: true, value: [] }
      if (userIds.length > idLimit) return notAsked(`${userIds.length} ids, where ${idLimit} fit`)
      const params = { userIds, userIdType, withIdentities: false }
      const judged = await call.get('/api/v3/get-user-batch', params)
      return usersAskedFor(judged, { userIds, userIdType }, UserDto)
    },
    async listUsers(request, signal) {
      const judged = await call.post('/api/v3/list-users', listing(request), signal)
      const read = anyList(judged, UserDto)
      if (!read.ok) return read
      const { list } = read.value
      const before = (request.page - 1) * request.limit
      return {
        ok: true,
        value: { list, totalCount: read.value.totalCount ?? before + list.length },
      }
    },
    async getUserIdentities(userId) {
      return redacted(wholeList(await about('get-user-identities', userId), IdentityDto))
    },
    async getUserSyncRelations(userId) {
      return redacted(wholeList(await about('get-user-sync-relations', userId), SyncRelationDto))
    },
    getUserDepartments: (userId) =>
      everyPage(
        async (page) => {
          const paging = { page, limit: pageLimit }
          return anyList(await about('get-user-departments', userId, paging), DepartmentDto)
        },
        (department) => department.departmentId,
      ),
    async getUserRoles(userId) {
      return wholeList(await about('get-user-roles', userId), RoleDto)
    },
    async getUserGroups(userId) {
      return wholeList(await about('get-user-groups', userId), GroupDto)
    },
    async getUserPosts(userId) {
      // This one takes no userIdType.
      return wholeList(await call.get('/api/v3/get-user-posts', { userId }), PostDto)
    },
    async getUserAuthorizedResources(userId) {
      const judged = await about('get-user-authorized-resources', userId)
      return wholeList(judged, AuthorizedResourceDto)
    },
    async getUserLoggedInApps(userId) {
      return wholeList(await about('get-user-loggedin-apps', userId), AppDto)
    },
    async listExtIdp() {
      const read = anyList(await call.get('/api/v3/list-ext-idp', {}), ExtIdpDto)
      return read.ok ? { ok: true, value: read.value.list } : read
    },
    async probe() {
      const read = anyList(await call.post('/api/v3/list-users', listing(smallest)), UserDto)
      return read.ok ? { ok: true, value: null } : read
    },
  }
}

const smallest: ListUsers = { page: 1, limit: 1 }

function listing(request: ListUsers): Params {
  const { keywords, fuzzySearchOn, status, sort, page, limit } = request
  return {
    keywords,
    advancedFilter: status && [{ field: 'status', operator: 'EQUAL', value: status }],
    options: { pagination: { page, limit }, sort: sort && [sort], fuzzySearchOn },
  }
}

function oneUser(judged: Judged, userId: string, userIdType: UserIdType): Read<UserDto | null> {
  if (!judged.ok) {
    const { failure } = judged
    const isNobody = failure.cause === 'missing' || saysMalformed(failure, userId, userIdType)
    return isNobody ? { ok: true, value: null } : judged
  }
  const read = anyList(judged, UserDto)
  if (!read.ok) return read
  const [user, ...others] = read.value.list
  if (user === undefined || others.length > 0) return unreadable('the answer is not one user')
  if (userIdType === 'user_id' && user.userId.toLowerCase() !== userId.toLowerCase()) {
    return unreadable('the answer is about another user')
  }
  return { ok: true, value: user }
}

function redacted<T extends { userInfoInIdp?: unknown }>(read: Read<T[]>): Read<T[]> {
  if (!read.ok) return read
  const value = read.value.map((one) => ({ ...one, userInfoInIdp: redact(one.userInfoInIdp) }))
  return { ok: true, value }
}
