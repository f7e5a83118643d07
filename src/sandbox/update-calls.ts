import { z } from 'zod'
import { type Refusal, refuse, replySuccess } from './answer.ts'
import { call, writeOf } from './call.ts'
import { apps } from './company.ts'
import { changesOf, Edit } from './edit.ts'
import { done } from './messages.ts'
import { UserId, UserIds, UserIdTypeChoice } from './parameter.ts'
import type { Person } from './person.ts'
import type { Pool } from './pool.ts'
import { severally } from './several.ts'
import { userDto } from './user-dto.ts'

const noSuchApp: Refusal = {
  statusCode: 404,
  apiCode: 2011,
  message: { en: 'Application does not exist', zh: '应用不存在' },
}

/** The user as they are now, with the status that was asked for: whether they have it, a read shows. */
const edited = (person: Person, { status }: Edit, pool: Pool) => ({
  ...userDto(person, pool),
  ...(status !== undefined && { status }),
})

/** Calls that change a person without ending the account. */
export const updateCalls = [
  writeOf('update-user', 'optionally', Edit, (person, edit, pool) => {
    const changes = changesOf(person, edit, pool)
    if (!Array.isArray(changes)) return refuse(changes)
    return { statusCode: 200, message: done, changes, data: () => edited(person, edit, pool) }
  }),

  call({
    name: 'update-user-batch',
    method: 'POST',
    writes: true,
    input: z
      .object({
        list: z.array(z.object({ userId: UserId }).and(Edit)).min(1),
        options: z.object({ userIdType: UserIdTypeChoice }).nullish(),
      })
      .transform(({ list, options }) => ({ list, userIdType: options?.userIdType ?? 'user_id' })),
    whom: ({ list, userIdType }) => ({ ids: list.map(({ userId }) => userId), userIdType }),
    answer: ({ list, userIdType }, pool) =>
      severally(
        {
          userIdType,
          items: list.map((edit) => [edit.userId, edit] as const),
          parameter: 'userId',
        },
        pool,
        (person, edit) => changesOf(person, edit, pool),
        (there) => there.map(([person, edit]) => edited(person, edit, pool)),
      ),
  }),

  writeOf(
    'kick-users',
    'optionally',
    z.object({ appIds: UserIds }),
    (person, { appIds }, { directory, policy }) => {
      const known = apps.filter(({ appId }) => appIds.includes(appId))
      const isUnknown = known.length < appIds.length
      if (isUnknown && policy.missing === 'strict') return refuse(noSuchApp)
      const signedIn = directory.tiesOf(person).apps
      const left = known.map(({ code }) => code).filter((code) => signedIn.includes(code))
      const { userId } = person
      const { changes, ...success } = replySuccess(
        left.length > 0 ? [{ kind: 'kicked', userId, apps: left }] : [],
      )
      return isUnknown && policy.missing === 'partial'
        ? { ...refuse(noSuchApp), changes }
        : { ...success, changes }
    },
  ),
]
