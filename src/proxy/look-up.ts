import { detect, fold } from '#contract/detect.ts'
import type { LookUpReply, Tried } from '#contract/look-up.ts'
import type { UserIdType } from '#contract/user-id-type.ts'
import type { Failure, Read } from '#genauth/genauth.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { Handler } from './handler.ts'
import type { KnownNames } from './known-names.ts'
import { summaryOf } from './known-names.ts'
import { phoneSpellings, sameNumber } from './phone.ts'
import { Refused } from './refused.ts'
import { unread } from './unread.ts'
import type { World } from './world.ts'

const namesShown = 20

/** Finds users by any identifier: every kind that the value could be, all at once, merged by user id. */
export function lookUpUser(world: World, names: KnownNames): Handler<'lookUpUser'> {
  return async ({ body, signal }) => {
    const detected = detect(body.value)
    const value = body.as === 'auto' ? detected.value : fold(body.value)
    if (value === '') throw new Refused('bad_request', 'There is nothing to look up.')
    const kinds = body.as === 'auto' ? detected.kinds : [body.as]

    const answers = await Promise.all(
      kinds.map(async (kind) => ({ kind, read: await lookUpAs(world, kind, value, signal) })),
    )
    const hits = merged(answers)
    const byName =
      hits.length === 0 && body.as === 'auto' && detected.looks === 'text'
        ? await searchByName(world, names, value, signal)
        : null
    // Cards that are compared need the department; the only hit is opened and reads its own.
    const departmentOf =
      hits.length > 1 ? await names.departments(hits.map((hit) => hit.user)) : names.knownDepartment
    return {
      value,
      tried: answers.map(({ kind, read }) => triedAs(kind, read)),
      hits: hits.map(({ user, foundAs }) => ({
        user: summaryOf(user, departmentOf(user)),
        foundAs,
      })),
      byName,
      answeredAt: world.clock.now().toISOString(),
    }
  }
}

type Answers = readonly { kind: UserIdType; read: Read<UserDto | null> }[]

/** Each user once, with every kind that found them. */
function merged(answers: Answers) {
  const found = new Map<string, { user: UserDto; foundAs: [UserIdType, ...UserIdType[]] }>()
  for (const { kind, read } of answers) {
    if (!read.ok || !read.value) continue
    const hit = found.get(read.value.userId)
    if (hit) hit.foundAs.push(kind)
    else found.set(read.value.userId, { user: read.value, foundAs: [kind] })
  }
  return [...found.values()]
}

async function lookUpAs(world: World, kind: UserIdType, value: string, signal: AbortSignal) {
  if (kind !== 'phone') return world.genauth.getUser(value, kind, signal)
  const reads = await Promise.all(
    phoneSpellings(value).map((spelling) => world.genauth.getUser(spelling, 'phone', signal)),
  )
  const hit = reads.find((read) => read.ok && read.value && sameNumber(value, read.value))
  if (hit) return hit
  const failed = reads.find((read): read is { ok: false; failure: Failure } => !read.ok)
  return failed ?? { ok: true as const, value: null }
}

function triedAs(kind: UserIdType, read: Read<UserDto | null>): Tried {
  if (!read.ok) return { kind, outcome: 'no_answer', why: unread(read.failure) }
  if (!read.value) return { kind, outcome: 'not_found' }
  return { kind, outcome: 'found', userId: read.value.userId }
}

async function searchByName(
  world: World,
  names: KnownNames,
  keywords: string,
  signal: AbortSignal,
): Promise<LookUpReply['byName']> {
  const read = await world.genauth.listUsers({ keywords, page: 1, limit: namesShown }, signal)
  if (!read.ok) return { state: 'unread', why: unread(read.failure) }
  const departmentOf = await names.departments(read.value.list)
  return {
    state: 'read',
    totalCount: read.value.totalCount,
    users: read.value.list.map((user) => summaryOf(user, departmentOf(user))),
  }
}
