import type {
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

/** The kinds of id by which GenAuth finds a user. */
export type UserIdType =
  | 'user_id'
  | 'external_id'
  | 'phone'
  | 'email'
  | 'username'
  | 'identity'
  | 'sync_relation'

/**
 * Why a call did not end in a clear success.
 *
 * `refused`: a read was answered with a no. `not_applied`: a write certainly changed nothing.
 * `ambiguous`: anything else; for a read, no clear answer; for a write, bytes may have left, which
 * means "look before you say".
 */
export type Failure = {
  kind: 'refused' | 'not_applied' | 'ambiguous'
  /**
   * `key` 401, 403, or an apiCode about the signature · `busy` 429 · `missing` 404, or a message that says the user does not exist ·
   * `answer` any other error envelope, or `success: false` · `unreadable` HTML, empty, truncated, too
   * large, a redirect, another content type · `silent` time-out, reset, no connection.
   */
  cause: 'key' | 'busy' | 'missing' | 'answer' | 'unreadable' | 'silent'
  statusCode?: number
  apiCode?: number
  /** GenAuth's id of the call. */
  requestId?: string
  /** From `Retry-After` in seconds or as a date, capped at 60 s; only with `busy`. */
  retryAfterMs?: number
  /** The `Date` header of the answer: tells how far the clocks differ. */
  serverDate?: Date
  /** For the log: at most 200 characters of what came, control characters stripped. */
  detail: string
}

export type Read<T> = { ok: true; value: T } | { ok: false; failure: Failure }
export type Written = { ok: true; requestId?: string } | { ok: false; failure: Failure }

export type ListUsers = {
  keywords?: string
  /** Limits `keywords` to these fields; GenAuth's default is phone, email, name, username, nickname. */
  fuzzySearchOn?: readonly string[]
  status?: string
  sort?: { field: string; order: 'asc' | 'desc' }
  /** From 1. */
  page: number
  /** At most 50. */
  limit: number
}

/** GenAuth's Management API, as far as Leaver Desk needs it. Every write names the user by `user_id` only. */
export type GenAuth = {
  /** `null`: GenAuth says that there is no such user. */
  getUser(
    userId: string,
    userIdType: UserIdType,
    signal?: AbortSignal,
  ): Promise<Read<UserDto | null>>
  /**
   * At most 50 ids of one kind, `user_id` unless said otherwise. Users that are missing are missing in the
   * answer, whose order says nothing: match it by the field that the kind names.
   */
  getUserBatch(userIds: readonly string[], userIdType?: UserIdType): Promise<Read<UserDto[]>>
  listUsers(
    request: ListUsers,
    signal?: AbortSignal,
  ): Promise<Read<{ totalCount: number; list: UserDto[] }>>
  getUserIdentities(userId: string): Promise<Read<IdentityDto[]>>
  getUserSyncRelations(userId: string): Promise<Read<SyncRelationDto[]>>
  /** Reads every page. */
  getUserDepartments(userId: string): Promise<Read<DepartmentDto[]>>
  getUserRoles(userId: string): Promise<Read<RoleDto[]>>
  getUserGroups(userId: string): Promise<Read<GroupDto[]>>
  getUserPosts(userId: string): Promise<Read<PostDto[]>>
  getUserAuthorizedResources(userId: string): Promise<Read<AuthorizedResourceDto[]>>
  getUserLoggedInApps(userId: string): Promise<Read<AppDto[]>>
  listExtIdp(): Promise<Read<ExtIdpDto[]>>

  unlinkIdentity(userId: string, extIdpId: string, type: string): Promise<Written>
  deleteUserSyncRelations(userId: string, provider: string): Promise<Written>
  /** 1 to 50 users, each with the status to be given. More than one: any refusal is ambiguous. */
  updateUserStatuses(changes: readonly { userId: string; status: string }[]): Promise<Written>
  /** Signs one user out of 1 to 50 apps. */
  kickUsers(userId: string, appIds: readonly string[]): Promise<Written>
  resignUser(userId: string): Promise<Written>
  /** 1 to 50 ids. A refusal of several ids is ambiguous: some may have been resigned. */
  resignUsersBatch(userIds: readonly string[]): Promise<Written>
  /** 1 to 50 ids. A refusal of several ids is ambiguous: some may have been deleted. */
  deleteUsersBatch(userIds: readonly string[]): Promise<Written>

  /** Asks one harmless question that shows whether address, key, clock and signature are right. */
  probe(): Promise<Read<null>>
  /** Lets the calls in flight end, then closes every connection. */
  close(): Promise<void>
}
