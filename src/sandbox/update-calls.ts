import { z } from 'zod'
import { malformed, missing, type Refusal, refuse, replySuccess } from './answer.ts'
import { call, isWellFormed, writeOf } from './call.ts'
import type { Change } from './change.ts'
import { apps } from './company.ts'
import { changesOf, Edit } from './edit.ts'
import { done } from './messages.ts'
import { UserId, UserIds, UserIdTypeChoice } from './parameter.ts'
import type { Person } from './person.ts'
import { userDto } from './user-dto.ts'

const noSuchApp: Refusal = {
  statusCode: 404,
  apiCode: 2011,
  message: { en: 'Application does not exist', zh: '应用不存在' },
}

/** Calls that change a person without ending the account. */
export const updateCalls = [
  writeOf('update-user', 'optionally', Edit, (person, edit, pool) => {
    const changes = changesOf(person, edit, pool)
    if (!Array.isArray(changes)) return refuse(changes)
    return { statusCode: 200, message: done, changes, data: () => userDto(person, pool) }
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
    answer({ list, userIdType }, pool) {
      if (!list.every(({ userId }) => isWellFormed(userIdType, userId))) {
        return refuse(malformed('userId'))
      }
      const people: Person[] = []
      const changes: Change[] = []
      for (const edit of list) {
        const person = pool.directory.find(userIdType, edit.userId)
        if (!person) continue
        const own = changesOf(person, edit, pool)
        if (!Array.isArray(own)) return refuse(own)
        people.push(person)
        changes.push(...own)
      }
      if (people.length < list.length && pool.policy.missing === 'strict') return refuse(missing)
      const all = { statusCode: 200, message: done, changes }
      return people.length < list.length && pool.policy.missing === 'partial'
        ? { ...all, ...missing, data: () => null }
        : { ...all, data: () => people.map((person) => userDto(person, pool)) }
    },
  }),

  writeOf('kick-users', 'optionally', z.object({ appIds: UserIds }), ({ userId }, { appIds }) => {
    const known = appIds.flatMap((id) => apps.filter(({ appId }) => appId === id))
    if (known.length < appIds.length) return refuse(noSuchApp)
    return replySuccess([{ kind: 'kicked', userId, apps: known.map(({ code }) => code) }])
  }),
]
