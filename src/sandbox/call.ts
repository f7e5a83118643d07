import { z } from 'zod'
import {
  type Answer,
  malformed,
  missing,
  type Refusal,
  refuse,
  reply,
  replySuccess,
} from './answer.ts'
import type { UserIdType } from './directory.ts'
import { limitTooLarge } from './messages.ts'
import { UserId, UserIdTypeChoice } from './parameter.ts'
import type { Person } from './person.ts'
import type { Pool } from './pool.ts'

/** Whom a call is about, as the client wrote it. */
type Whom = { ids: readonly string[]; userIdType: UserIdType }

/** A call whose parameters could be read. `writes`: it may change something. */
export type ReadCall = {
  name: string
  writes: boolean
  whom: Whom
  answer: (pool: Pool) => Answer
}

/** One endpoint. */
export type Call = {
  name: string
  method: 'GET' | 'POST'
  read: (parameters: unknown) => { ok: true; call: ReadCall } | { ok: false; refusal: Refusal }
}

type Definition<S extends z.ZodType> = {
  name: string
  method: 'GET' | 'POST'
  writes?: boolean
  input: S
  whom?: (input: z.output<S>) => Whom
  answer: (input: z.output<S>, pool: Pool) => Answer
}

function unreadable({ issues }: z.ZodError): Refusal {
  const overLimit = issues.some(({ code, path }) => code === 'too_big' && path.at(-1) === 'limit')
  if (overLimit) return { statusCode: 400, message: limitTooLarge }
  const names = issues.map(
    ({ path }) => path.findLast((part) => typeof part === 'string') ?? 'body',
  )
  return malformed(...new Set(names.map(String)))
}

/** Makes an endpoint of what its parameters are and what it answers. */
export function call<S extends z.ZodType>(definition: Definition<S>): Call {
  const nobody: Whom = { ids: [], userIdType: 'user_id' }
  const { name, method, writes = false } = definition
  return {
    name,
    method,
    read(parameters) {
      const read = definition.input.safeParse(parameters)
      if (!read.success) return { ok: false, refusal: unreadable(read.error) }
      const input = read.data
      const whom = definition.whom?.(input) ?? nobody
      const answer = (pool: Pool) => definition.answer(input, pool)
      return { ok: true, call: { name, writes, whom, answer } }
    },
  }
}

const wellFormed: Record<UserIdType, RegExp> = {
  user_id: /^[\w-]+$/,
  external_id: /^/,
  phone: /^\+?[0-9]{4,20}$/,
  email: /^[^@\s]+@[^@\s]+$/,
  username: /^/,
  identity: /^[^:]+:./,
  sync_relation: /^[^:]+:./,
}

/** Whether an id could be one of its kind; GenAuth refuses others without looking. */
export const isWellFormed = (userIdType: UserIdType, id: string) => wellFormed[userIdType].test(id)

const oneUser = { userId: UserId, userIdType: UserIdTypeChoice }
type OneUser = { userId: string; userIdType: UserIdType }

const whomOne = ({ userId, userIdType }: OneUser): Whom => ({ ids: [userId], userIdType })

function found({ userId, userIdType }: OneUser, pool: Pool): Person | Refusal {
  if (!isWellFormed(userIdType, userId)) return malformed('userId')
  return pool.directory.find(userIdType, userId) ?? missing
}

/** The parameters of a call that has none but its user. */
export const nothingElse = z.object({})

/** A read about one user. `further`: its other parameters. `nobody`: what policies other than `missing=strict` answer about nobody. */
export function readOf<S extends z.ZodType>(
  name: string,
  further: S,
  answer: (person: Person, input: z.output<S>, pool: Pool) => Answer,
  nobody?: unknown,
): Call {
  const input = z.intersection(z.object(oneUser), further)
  return call({
    name,
    method: 'GET',
    input,
    whom: whomOne,
    answer(given, pool) {
      const person = found(given, pool)
      if ('userId' in person) return answer(person, given, pool)
      const quiet = nobody !== undefined && person === missing && pool.policy.missing !== 'strict'
      return quiet ? reply(nobody) : refuse(person)
    },
  })
}

/** How a write names its user: at the top level, under `options`, or by GenAuth's own id only. */
const named = {
  anyhow: z.object(oneUser),
  optionally: z
    .object({ userId: UserId, options: z.object({ userIdType: UserIdTypeChoice }).nullish() })
    .transform(({ userId, options }): OneUser => {
      return { userId, userIdType: options?.userIdType ?? 'user_id' }
    }),
  byUserId: z
    .object({ userId: UserId })
    .transform(({ userId }): OneUser => ({ userId, userIdType: 'user_id' })),
}

/** A write about one user. */
export function writeOf<S extends z.ZodType>(
  name: string,
  howNamed: keyof typeof named,
  further: S,
  answer: (person: Person, input: z.output<S>, pool: Pool) => Answer,
): Call {
  const input = z.intersection(named[howNamed], further)
  return call({
    name,
    method: 'POST',
    writes: true,
    input,
    whom: whomOne,
    answer(given, pool) {
      const person = found(given, pool)
      if ('userId' in person) return answer(person, given, pool)
      return person === missing && pool.policy.missing === 'silent'
        ? replySuccess([])
        : refuse(person)
    },
  })
}
