import { z } from 'zod'
import {
  impossible,
  malformed,
  type Refusal,
  refuse,
  reply,
  replyList,
  replySuccess,
} from './answer.ts'
import { call, nothingElse, readOf, writeOf } from './call.ts'
import { isUnlinked } from './change.ts'
import { sources } from './company.ts'
import { optionalText, UserId } from './parameter.ts'
import { identityOf } from './source-identity.ts'
import { identityDto } from './user-dto.ts'

const notLinked = impossible('Identity is not linked', '身份未绑定')
const noRelation = impossible('Sync relation does not exist', '同步关系不存在')
const noSource: Refusal = {
  statusCode: 404,
  message: { en: 'Identity source does not exist', zh: '身份源不存在' },
}
const linkedElsewhere: Refusal = {
  statusCode: 409,
  message: { en: 'Identity is linked to another user', zh: '身份已绑定其他用户' },
}

/** GenAuth's documented default where a type of identity is left out. */
const defaultType = 'generic'

/** Identities, the sources they come from, and the relations by which directories keep people in step. */
export const sourceCalls = [
  readOf(
    'get-user-identities',
    nothingElse,
    (person, _, { directory }) => reply(directory.tiesOf(person).identities.map(identityDto)),
    [],
  ),

  writeOf(
    'link-identity',
    'byUserId',
    z.object({ extIdpId: UserId, userIdInIdp: UserId, type: optionalText }),
    ({ userId }, { extIdpId, userIdInIdp, type = defaultType }, { directory }) => {
      const source = sources.find(({ id }) => id === extIdpId)
      if (!source) return refuse(noSource)
      const owner = directory.find('identity', `${extIdpId}:${userIdInIdp}`)
      if (owner && owner.userId !== userId) return refuse(linkedElsewhere)
      const linked = owner && directory.tiesOf(owner).identities
      if (linked?.some((own) => own.userIdInIdp === userIdInIdp && own.type === type)) {
        return replySuccess([])
      }
      const identity = identityOf(source, type, userIdInIdp, userIdInIdp)
      return replySuccess([{ kind: 'linked', userId, identity }])
    },
  ),

  writeOf(
    'unlink-identity',
    'byUserId',
    z.object({ extIdpId: UserId, type: optionalText }),
    (person, { extIdpId, type = defaultType }, { directory, policy }) => {
      const from = { extIdpId, type: policy['unlink-scope'] === 'type' ? type : null }
      const taken = directory.tiesOf(person).identities.filter((own) => isUnlinked(own, from))
      if (taken.length > 0) {
        return replySuccess([{ kind: 'unlinked', userId: person.userId, ...from }])
      }
      return policy.repeat === 'error' ? refuse(notLinked) : replySuccess([])
    },
  ),

  readOf(
    'get-user-sync-relations',
    nothingElse,
    (person, _, { directory }) =>
      reply(
        directory.tiesOf(person).syncRelations.map(({ provider, ...rest }) => ({
          ...(provider !== null && { provider }),
          ...rest,
        })),
      ),
    [],
  ),

  writeOf(
    'delete-user-sync-relations',
    'anyhow',
    z.object({ provider: UserId }),
    (person, { provider }, { directory, policy }) => {
      const { syncRelations } = directory.tiesOf(person)
      if (syncRelations.some((relation) => relation.provider === provider)) {
        return replySuccess([{ kind: 'relation_deleted', userId: person.userId, provider }])
      }
      return policy.repeat === 'error' ? refuse(noRelation) : replySuccess([])
    },
  ),

  call({
    name: 'list-ext-idp',
    method: 'GET',
    input: z.object({ tenantId: optionalText, appId: optionalText }),
    answer({ tenantId }) {
      if (tenantId !== undefined && tenantId.length > 64) return refuse(malformed('tenantId'))
      return replyList(
        sources.map(({ id, name, provider }) => ({ id, name, logo: '', type: provider })),
      )
    },
  }),
]
