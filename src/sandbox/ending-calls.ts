import { z } from 'zod'
import { type Answer, impossible, malformed, missing, refuse, replySuccess } from './answer.ts'
import { call, isWellFormed, nothingElse, writeOf } from './call.ts'
import type { Change } from './change.ts'
import type { UserIdType } from './directory.ts'
import { UserIds, UserIdTypeChoice } from './parameter.ts'
import type { Person } from './person.ts'
import type { Pool } from './pool.ts'

const resignedAlready = impossible('User has resigned', '用户已离职')
const notResigned = impossible('User has not resigned', '用户未离职')

const isResigned = ({ profile }: Person) => profile.status === 'Resigned'

function resignation({ userId }: Person, pool: Pool): Change {
  return {
    kind: 'resigned',
    userId,
    at: pool.now().toISOString(),
    keeps: [...pool.policy['resign-keeps']],
  }
}

function resign(people: readonly Person[], pool: Pool): Answer {
  if (pool.policy.repeat === 'error' && people.some(isResigned)) return refuse(resignedAlready)
  const active = people.filter((person) => !isResigned(person))
  return replySuccess(active.map((person) => resignation(person, pool)))
}

function remove(people: readonly Person[], pool: Pool): Answer {
  if (pool.policy['delete-needs'] === 'resigned' && !people.every(isResigned)) {
    return refuse(notResigned)
  }
  return replySuccess(people.map(({ userId }) => ({ kind: 'deleted', userId })))
}

/** A write about several users; what happens when some do not exist is a matter of policy. */
function severally(
  { userIds, userIdType }: { userIds: readonly string[]; userIdType: UserIdType },
  pool: Pool,
  act: (people: readonly Person[], pool: Pool) => Answer,
): Answer {
  if (!userIds.every((id) => isWellFormed(userIdType, id))) return refuse(malformed('userIds'))
  const people = userIds.map((id) => pool.directory.find(userIdType, id))
  const there = [...new Set(people.filter((person) => person !== undefined))]
  if (!people.includes(undefined) || pool.policy.missing === 'silent') return act(there, pool)
  if (pool.policy.missing === 'strict') return refuse(missing)
  return { ...act(there, pool), ...missing, data: () => null }
}

/** Calls that end an account. */
export const endingCalls = [
  writeOf('resign-user', 'anyhow', nothingElse, (person, _, pool) => resign([person], pool)),

  call({
    name: 'resign-user-batch',
    method: 'POST',
    writes: true,
    input: z.object({ userIds: UserIds, userIdType: UserIdTypeChoice }),
    whom: ({ userIds, userIdType }) => ({ ids: userIds, userIdType }),
    answer: (given, pool) => severally(given, pool, resign),
  }),

  call({
    name: 'delete-users-batch',
    method: 'POST',
    writes: true,
    input: z
      .object({
        userIds: UserIds,
        options: z.object({ userIdType: UserIdTypeChoice }).nullish(),
      })
      .transform(({ userIds, options }) => ({
        userIds,
        userIdType: options?.userIdType ?? ('user_id' as const),
      })),
    whom: ({ userIds, userIdType }) => ({ ids: userIds, userIdType }),
    answer: (given, pool) => severally(given, pool, remove),
  }),
]
