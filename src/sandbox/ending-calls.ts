import { z } from 'zod'
import { impossible, type Refusal, refuse, replySuccess } from './answer.ts'
import { call, nothingElse, writeOf } from './call.ts'
import type { Change } from './change.ts'
import type { UserIdType } from './directory.ts'
import { UserIds, UserIdTypeChoice } from './parameter.ts'
import type { Person } from './person.ts'
import type { Pool } from './pool.ts'
import { severally } from './several.ts'

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

function resigning(person: Person, pool: Pool): Change[] | Refusal {
  if (!isResigned(person)) return [resignation(person, pool)]
  return pool.policy.repeat === 'error' ? resignedAlready : []
}

function removing(person: Person, pool: Pool): Change[] | Refusal {
  const tooEarly = pool.policy['delete-needs'] === 'resigned' && !isResigned(person)
  return tooEarly ? notResigned : [{ kind: 'deleted', userId: person.userId }]
}

type Several = { userIds: readonly string[]; userIdType: UserIdType }

const everyone = ({ userIds, userIdType }: Several) => ({
  userIdType,
  items: userIds.map((id) => [id, null] as const),
  parameter: 'userIds',
})

const success = () => ({ success: true })

/** Calls that end an account. */
export const endingCalls = [
  writeOf('resign-user', 'anyhow', nothingElse, (person, _, pool) => {
    const decided = resigning(person, pool)
    return Array.isArray(decided) ? replySuccess(decided) : refuse(decided)
  }),

  call({
    name: 'resign-user-batch',
    method: 'POST',
    writes: true,
    input: z.object({ userIds: UserIds, userIdType: UserIdTypeChoice }),
    whom: ({ userIds, userIdType }) => ({ ids: userIds, userIdType }),
    answer: (given, pool) =>
      severally(everyone(given), pool, (person) => resigning(person, pool), success),
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
    answer: (given, pool) =>
      severally(everyone(given), pool, (person) => removing(person, pool), success),
  }),
]
