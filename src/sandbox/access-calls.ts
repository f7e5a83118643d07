import { z } from 'zod'
import { reply, replyList } from './answer.ts'
import { nothingElse, readOf } from './call.ts'
import { apps, groups, posts, resources, roles, spaces } from './company.ts'
import { idOf } from './keys.ts'
import { Flag, optionalText } from './parameter.ts'
import type { Person } from './person.ts'
import type { Pool } from './pool.ts'

const none = { totalCount: 0, list: [] }
const defaultSpace = 'default'

/** The things with these codes, in the order of the codes. */
const these = <T extends { code: string }>(codes: readonly string[], things: readonly T[]) =>
  codes.flatMap((code) => things.filter((thing) => thing.code === code))

const tiesOf = (person: Person, pool: Pool) => pool.directory.tiesOf(person)

const resourceType = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.enum(['DATA', 'API', 'MENU', 'BUTTON', 'UI']).optional(),
)

/** What a person has access to, apart from departments, and where they have signed in. */
export const accessCalls = [
  readOf(
    'get-user-groups',
    nothingElse,
    (person, _, pool) =>
      replyList(
        these(tiesOf(person, pool).groups, groups).map((group) => ({
          id: idOf(`group ${group.code}`),
          ...group,
          type: 'static',
          metadataSource: [],
          members: [],
        })),
      ),
    none,
  ),

  readOf(
    'get-user-roles',
    z.object({ namespace: optionalText }),
    (person, { namespace = defaultSpace }, pool) =>
      replyList(
        these(tiesOf(person, pool).roles, roles)
          .filter(({ space }) => space === namespace)
          .map(({ space, ...role }) => ({
            id: idOf(`role ${role.code}`),
            ...role,
            namespace: space,
            namespaceName: spaces.find(({ code }) => code === space)?.name ?? space,
            status: 'ENABLE',
            disableTime: null,
            enablePermissionApply: false,
          })),
      ),
    none,
  ),

  readOf(
    'get-user-posts',
    z.object({ withCustomData: Flag }),
    (person, _, pool) =>
      reply(
        these(tiesOf(person, pool).posts, posts).map((post) => ({
          id: idOf(`post ${post.code}`),
          ...post,
        })),
      ),
    [],
  ),

  readOf(
    'get-user-authorized-resources',
    z.object({ namespace: optionalText, resourceType }),
    (person, wanted, pool) => {
      const all = pool.policy['resource-spaces'] === 'all'
      const namespace = wanted.namespace ?? (all ? undefined : defaultSpace)
      return replyList(
        these(tiesOf(person, pool).authorizations, resources)
          .filter(({ space }) => namespace === undefined || space === namespace)
          .filter(({ type }) => wanted.resourceType === undefined || type === wanted.resourceType)
          .map(({ code, space, type, description, actions }) => ({
            resourceCode: code,
            description,
            condition: [],
            resourceType: type,
            apiIdentifier: type === 'API' ? `https://api.hanlin.example/${code}` : '',
            actions,
            effect: 'ALLOW',
            // Beyond the documents, which leave open where a resource of another space belongs.
            namespace: space,
          })),
      )
    },
    none,
  ),

  readOf(
    'get-user-loggedin-apps',
    nothingElse,
    (person, _, pool) =>
      reply(
        these(tiesOf(person, pool).apps, apps).map(({ appId, appName, appLoginUrl }) => ({
          appId,
          appName,
          appLogo: '',
          appLoginUrl,
        })),
      ),
    [],
  ),
]
