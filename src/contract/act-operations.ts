import { z } from 'zod'
import {
  ActParams,
  ActReply,
  DeleteRelationRequest,
  EndAccountRequest,
  RelationParams,
  SourceParams,
  UnlinkRequest,
  UserParams,
} from './act.ts'
import { operation } from './operation.ts'
import { unread } from './refusal.ts'

const guarded = [
  ...unread,
  'user_gone',
  'changed',
  'user_busy',
  'protected_user',
  'yourself',
  'read_only',
  'cannot_record',
] as const

/** What is done to one user. */
export const actOperations = {
  unlinkIdentity: operation({
    name: 'unlinkIdentity',
    method: 'post',
    path: '/api/users/{userId}/identity-sources/{extIdpId}/unlink',
    summary: 'Unlink an identity source: every identity of the user under it goes',
    needs: 'operator',
    mutates: true,
    params: SourceParams,
    body: UnlinkRequest,
    reply: ActReply,
    refusals: [...guarded, 'nothing_there', 'typed_words_differ'],
  }),
  deleteSyncRelation: operation({
    name: 'deleteSyncRelation',
    method: 'post',
    path: '/api/users/{userId}/sync-relations/{provider}/delete',
    summary: 'Delete the sync relations of one provider',
    needs: 'operator',
    mutates: true,
    params: RelationParams,
    body: DeleteRelationRequest,
    reply: ActReply,
    refusals: [...guarded, 'nothing_there', 'reason_required'],
  }),
  resignUser: operation({
    name: 'resignUser',
    method: 'post',
    path: '/api/users/{userId}/resign',
    summary: 'Resign a user',
    needs: 'operator',
    mutates: true,
    params: UserParams,
    body: EndAccountRequest,
    reply: ActReply,
    refusals: [
      ...guarded,
      'nothing_there',
      'preview_missing',
      'reason_required',
      'typed_words_differ',
    ],
  }),
  deleteUser: operation({
    name: 'deleteUser',
    method: 'post',
    path: '/api/users/{userId}/delete',
    summary: 'Delete a user',
    needs: 'operator',
    mutates: true,
    params: UserParams,
    body: EndAccountRequest,
    reply: ActReply,
    refusals: [...guarded, 'preview_missing', 'reason_required', 'typed_words_differ'],
  }),
  checkAct: operation({
    name: 'checkAct',
    method: 'post',
    path: '/api/acts/{entryId}/check',
    summary: 'Look again at what became of an act; nothing is sent',
    needs: 'operator',
    mutates: true,
    params: ActParams,
    body: z.object({}),
    reply: ActReply,
    refusals: [...unread, 'not_found', 'wrong_state', 'cannot_record'],
  }),
} as const
