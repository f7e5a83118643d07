import type { Change } from './change.ts'
import { badParameters, done, type Message, noSuchUser } from './messages.ts'

/** What a call decides: the envelope to answer, and the changes to make before it is answered. */
export type Answer = {
  statusCode: number
  apiCode?: number
  message: Message
  changes: readonly Change[]
  /** Asked for once the changes are made. */
  data: () => unknown
}

/** A refusal that changes nothing. */
export type Refusal = { statusCode: number; apiCode?: number; message: Message }

export function refuse({ statusCode, apiCode, message }: Refusal): Answer {
  return {
    statusCode,
    ...(apiCode !== undefined && { apiCode }),
    message,
    changes: [],
    data: () => null,
  }
}

export const reply = (data: unknown): Answer => ({
  statusCode: 200,
  message: done,
  changes: [],
  data: () => data,
})

/** A list with its length, as most lists come. */
export const replyList = (list: readonly unknown[]): Answer =>
  reply({ totalCount: list.length, list })

/** A write that answers one boolean, whatever it did. */
export const replySuccess = (changes: readonly Change[]): Answer => ({
  statusCode: 200,
  message: done,
  changes,
  data: () => ({ success: true }),
})

export const missing: Refusal = { statusCode: 404, apiCode: 2004, message: noSuchUser }

export const malformed = (...names: readonly string[]): Refusal => ({
  statusCode: 400,
  message: badParameters(names),
})

/** Something that cannot be done to a person who is as this one is. */
export const impossible = (en: string, zh: string): Refusal => ({
  statusCode: 422,
  message: { en, zh },
})
