import { z } from 'zod'
import { malformed, missing, refuse, reply } from './answer.ts'
import { call, isWellFormed, readOf } from './call.ts'
import { Flag, QueriedIds, UserIdTypeChoice } from './parameter.ts'
import { userDto } from './user-dto.ts'

export const withFlags = {
  withCustomData: Flag,
  flatCustomData: Flag,
  withPost: Flag,
  withIdentities: Flag,
  withDepartmentIds: Flag,
}

export const userCalls = [
  readOf('get-user', z.object(withFlags), (person, asked, pool) =>
    reply(userDto(person, pool, asked)),
  ),

  call({
    name: 'get-user-batch',
    method: 'GET',
    input: z.object({ userIds: QueriedIds, userIdType: UserIdTypeChoice, ...withFlags }),
    whom: ({ userIds, userIdType }) => ({ ids: userIds, userIdType }),
    answer({ userIds, userIdType, withPost: _, ...asked }, pool) {
      if (!userIds.every((id) => isWellFormed(userIdType, id))) return refuse(malformed('userIds'))
      const people = userIds.map((id) => pool.directory.find(userIdType, id))
      const there = people.filter((person) => person !== undefined)
      if (there.length < people.length && pool.policy['batch-read'] === 'error') {
        return refuse(missing)
      }
      return reply([...new Set(there)].map((person) => userDto(person, pool, asked)))
    },
  }),
]
