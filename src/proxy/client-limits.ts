import { idListLimit, listFileLimit } from '#contract/limits.ts'
import type { JsonSize } from './json-size.ts'

/** What a client may send, how long it may take, and how often it may come. */

/** Bytes. */
export const sizes = {
  /** Of a request line and all its headers. */
  head: 16 * 1024,
  /** Of a path and its query. */
  address: 8 * 1024,
  listFile: listFileLimit,
}

/** What a JSON body may hold: bytes, and what is made of them. */
export type BodySize = JsonSize & { bytes: number }

/** A body is small, but where the contract says that it holds a list of ids. */
export const bodySizes: Record<'usual' | 'idList', BodySize> = {
  usual: { bytes: 64 * 1024, values: 1_000, fields: 100, depth: 16 },
  // The ids, one more to be told that it is too many, and what stands beside them.
  idList: { bytes: 4 * 1024 * 1024, values: idListLimit + 100, fields: 100, depth: 16 },
}

/** Files with lists that are on their way at a time, each of another person. */
export const uploadsAtATime = 8

/** Milliseconds. */
export type Patience = {
  /** Until the last header is there. */
  head: number
  /** From the headers to the last byte of a body. */
  body: number
  /** The same for the one upload: 20 MiB over a line of 600 kbit/s. */
  upload: number
  /** An open connection without a request: longer than a proxy in front keeps one, so that none is closed under a request. */
  idle: number
  /** A connection on which nothing moves in either direction; no answer takes longer. */
  still: number
  /** How often connections are looked through for those that are late. */
  round: number
  /** After a last answer, for whoever is still sending. */
  farewell: number
}

export const patience: Patience = {
  head: 10_000,
  body: 30_000,
  upload: 300_000,
  idle: 72_000,
  still: 600_000,
  round: 5_000,
  farewell: 2_000,
}

/** Connections at a time; more are closed as they come. */
export const connectionLimit = 2_000

/** What comes in a burst, and how much of it comes back each second. */
export type Rate = { burst: number; perSecond: number }
export type Rates = {
  /** Requests of one person, over all their sessions and tabs. */
  person: Rate
  /** Requests of one address. */
  address: Rate
  /** Requests of one address to sign in: each time needs two, so these are 30 a minute. */
  signIn: Rate
}

/** Several tabs that ask once a second, and a company behind one address, never meet these. */
export const rates: Rates = {
  person: { burst: 300, perSecond: 20 },
  address: { burst: 500, perSecond: 50 },
  signIn: { burst: 60, perSecond: 1 },
}

/** Persons, and addresses, whose rate is remembered; who has been away longest is forgotten first. */
export const ratesKept = 10_000
