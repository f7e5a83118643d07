import { detect } from '#contract/detect.ts'
import { lookUpLimit } from '#contract/limits.ts'
import type { UserIdType } from '#contract/user-id-type.ts'
import { userIdTypes } from '#contract/user-id-type.ts'
import type { Failure, GenAuth, Read } from '#genauth/genauth.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { BatchRowRecord } from '#store/batch-records.ts'
import { phoneSpellings, sameNumber } from './phone.ts'

/** GenAuth's documented limit of ids in one call. */
const idsAtOnce = 50

/** Whom a row could mean: everybody who was found, by which kinds, and what did not answer. */
export type Resolved = {
  tried: UserIdType[]
  found: Map<string, { user: UserDto; foundAs: UserIdType[] }>
  failure: Failure | null
}

type Row = Pick<BatchRowRecord, 'row' | 'given' | 'givenKind' | 'chosen' | 'userId'>
/** One value to be looked up as one kind, for one row. */
type Question = { row: number; kind: UserIdType; value: string; given: string }

/**
 * Finds the users that rows mean: fifty ids of one kind in a call, and one id in a call where fifty
 * fail, or where an answer cannot be told apart.
 */
export async function resolveRows(
  genauth: GenAuth,
  rows: readonly Row[],
): Promise<Map<number, Resolved>> {
  const resolved = new Map<number, Resolved>()
  const questions: Question[] = []
  for (const row of rows) {
    const tried = kindsOf(row)
    resolved.set(row.row, { tried, found: new Map(), failure: null })
    questions.push(...tried.flatMap((kind) => questionsOf(row, kind)))
  }
  const learn = ({ row, kind, given }: Question, read: Read<UserDto | null>) => {
    const known = resolved.get(row)
    if (!known) return
    if (!read.ok) known.failure ??= read.failure
    else if (read.value && (kind !== 'phone' || sameNumber(given, read.value))) {
      add(known, read.value, kind)
    }
  }
  await Promise.all(
    chunksByKind(questions).map(async (chunk) => {
      for (const [question, read] of await ask(genauth, chunk)) learn(question, read)
    }),
  )
  return resolved
}

function kindsOf({ given, givenKind, chosen, userId }: Row): UserIdType[] {
  if (chosen && userId !== null) return ['user_id']
  if (given === '' || given.length > lookUpLimit) return []
  const kind = userIdTypes.find((known) => known === givenKind)
  return kind ? [kind] : [...detect(given).kinds]
}

function questionsOf({ row, given, chosen, userId }: Row, kind: UserIdType): Question[] {
  if (chosen && userId !== null) return [{ row, kind, value: userId, given }]
  const values = kind === 'phone' ? phoneSpellings(given) : [given]
  return values.map((value) => ({ row, kind, value, given }))
}

function add({ found }: Resolved, user: UserDto, kind: UserIdType): void {
  const hit = found.get(user.userId)
  if (!hit) found.set(user.userId, { user, foundAs: [kind] })
  else if (!hit.foundAs.includes(kind)) hit.foundAs.push(kind)
}

/** Questions of one kind, up to fifty different values in a chunk; in single file where there is no key to match by. */
function chunksByKind(questions: readonly Question[]): Question[][] {
  const chunks: Question[][] = []
  for (const kind of userIdTypes) {
    const size = keys[kind] ? idsAtOnce : 1
    let chunk: Question[] = []
    let values = new Set<string>()
    for (const question of questions.filter((one) => one.kind === kind)) {
      if (!values.has(question.value) && values.size === size) {
        chunks.push(chunk)
        chunk = []
        values = new Set()
      }
      values.add(question.value)
      chunk.push(question)
    }
    if (chunk.length > 0) chunks.push(chunk)
  }
  return chunks
}

type Answers = (readonly [Question, Read<UserDto | null>])[]

async function ask(genauth: GenAuth, chunk: readonly Question[]): Promise<Answers> {
  const kind = chunk[0]?.kind
  if (!kind) return []
  const values = [...new Set(chunk.map(({ value }) => value))]
  const key = keys[kind]
  if (!key || values.length === 1) return askOneByOne(genauth, chunk)
  const read = await genauth.getUserBatch(values, kind)
  if (!read.ok && mustWait(read.failure)) return chunk.map((question) => [question, read] as const)
  if (!read.ok) return askOneByOne(genauth, chunk)
  const byKey = Map.groupBy(read.value, (user) => key(user) ?? '')
  const asked = new Set(values.map((value) => plain(kind, value)))
  // Somebody nobody asked for: what belongs to which id cannot be told from this answer.
  if (![...byKey.keys()].every((found) => asked.has(found))) return askOneByOne(genauth, chunk)
  return chunk.flatMap((question): Answers => {
    const users = byKey.get(plain(kind, question.value)) ?? [null]
    return users.map((value) => [question, { ok: true, value }] as const)
  })
}

async function askOneByOne(genauth: GenAuth, chunk: readonly Question[]): Promise<Answers> {
  const reads = new Map<string, Promise<Read<UserDto | null>>>()
  for (const { value, kind } of chunk) {
    if (!reads.has(value)) reads.set(value, genauth.getUser(value, kind))
  }
  return Promise.all(
    chunk.map(async (question) => {
      const read = (await reads.get(question.value)) ?? { ok: true, value: null }
      return [question, isSomebodyElse(question, read) ? unasked : read] as const
    }),
  )
}

const unasked: Read<UserDto | null> = {
  ok: false,
  failure: { kind: 'ambiguous', cause: 'unreadable', detail: 'the answer is about another user' },
}

/** Whoever was found by an id has that id; a phone number may be kept in another spelling. */
function isSomebodyElse({ kind, value }: Question, read: Read<UserDto | null>): boolean {
  const key = keys[kind]
  if (!key || kind === 'phone' || !read.ok || !read.value) return false
  const own = key(read.value)
  return own !== null && own !== plain(kind, value)
}

/** A key that is refused, or a pace that is too fast, is no better fifty times. */
function mustWait({ cause }: Failure): boolean {
  return cause === 'key' || cause === 'busy'
}

/** The field by which GenAuth finds a user, as it is compared; none: the answer does not show it. */
const keys: Record<UserIdType, ((user: UserDto) => string | null) | null> = {
  user_id: (user) => plain('user_id', user.userId),
  email: (user) => user.email && plain('email', user.email),
  phone: (user) => user.phone && plain('phone', user.phone),
  username: (user) => user.username && plain('username', user.username),
  external_id: (user) => user.externalId && plain('external_id', user.externalId),
  identity: null,
  sync_relation: null,
}

function plain(kind: UserIdType, value: string): string {
  return kind === 'phone' ? value.replace(/[^\d+]/g, '') : value.toLowerCase()
}
