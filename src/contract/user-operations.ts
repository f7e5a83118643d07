import { UserParams } from './act.ts'
import { LookUpReply, LookUpRequest } from './look-up.ts'
import { operation } from './operation.ts'
import { unread } from './refusal.ts'
import { DirectoryPage, DirectoryRequest, User, UserRecord } from './user.ts'

/** Finding and reading people. */
export const userOperations = {
  lookUpUser: operation({
    name: 'lookUpUser',
    method: 'post',
    path: '/api/look-ups',
    summary: 'Find users by any identifier',
    needs: 'viewer',
    mutates: false,
    body: LookUpRequest,
    reply: LookUpReply,
    refusals: unread,
  }),
  listUsers: operation({
    name: 'listUsers',
    method: 'post',
    path: '/api/directory',
    summary: 'One page of the directory',
    needs: 'viewer',
    mutates: false,
    body: DirectoryRequest,
    reply: DirectoryPage,
    refusals: unread,
  }),
  getUser: operation({
    name: 'getUser',
    method: 'get',
    path: '/api/users/{userId}',
    summary: 'One user with identities, sync relations, access, history and version',
    needs: 'viewer',
    mutates: false,
    params: UserParams,
    reply: User,
    refusals: [...unread, 'user_gone'],
  }),
  getUserRecord: operation({
    name: 'getUserRecord',
    method: 'get',
    path: '/api/users/{userId}/record',
    summary: 'What is kept here about a user: the last snapshot and the history',
    needs: 'viewer',
    mutates: false,
    params: UserParams,
    reply: UserRecord,
    refusals: [],
  }),
} as const
