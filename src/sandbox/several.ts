import { type Answer, malformed, missing, type Refusal, refuse } from './answer.ts'
import { isWellFormed } from './call.ts'
import type { Change } from './change.ts'
import type { UserIdType } from './directory.ts'
import { done } from './messages.ts'
import type { Person } from './person.ts'
import type { Pool } from './pool.ts'

type Asked<T> = {
  userIdType: UserIdType
  /** What is asked for each user, by the id that names them. */
  items: readonly (readonly [id: string, item: T])[]
  /** The parameter that holds the ids. */
  parameter: string
}

const isRefusal = (decided: readonly Change[] | Refusal): decided is Refusal =>
  'statusCode' in decided

/**
 * A write about several users. When some of them do not exist, or the call is refused for some, policy
 * decides what becomes of the others. Somebody who is named twice counts once. `data`: of those for
 * whom it was done.
 */
export function severally<T>(
  { userIdType, items, parameter }: Asked<T>,
  pool: Pool,
  decide: (person: Person, item: T) => readonly Change[] | Refusal,
  data: (there: readonly (readonly [Person, T])[]) => unknown,
): Answer {
  if (!items.every(([id]) => isWellFormed(userIdType, id))) return refuse(malformed(parameter))
  const { missing: policy } = pool.policy
  const there = new Map<Person, T>()
  const changes: Change[] = []
  let refusal: Refusal | undefined
  for (const [id, item] of items) {
    const person = pool.directory.find(userIdType, id)
    if (person === undefined) {
      if (policy !== 'silent') refusal ??= missing
      continue
    }
    if (there.has(person)) continue
    const decided = decide(person, item)
    if (isRefusal(decided)) {
      refusal ??= decided
      continue
    }
    there.set(person, item)
    changes.push(...decided)
  }
  if (refusal === undefined) {
    return { statusCode: 200, message: done, changes, data: () => data([...there]) }
  }
  return policy === 'partial' ? { ...refuse(refusal), changes } : refuse(refusal)
}
