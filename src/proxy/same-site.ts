import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'

const bytes = /^application\/octet-stream\s*$/i
const json = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/**
 * Refuses what our own page did not send: another site can neither set the header nor the origin.
 * @throws Refused `cross_site`.
 */
export function refuseCrossSite(c: Exchange, origin: string): void {
  const site = c.req.header('sec-fetch-site')
  const isOurs =
    c.req.header('x-leaver-desk') === '1' &&
    c.req.header('origin') === origin &&
    (site === undefined || site === 'same-origin')
  if (!isOurs) throw new Refused('cross_site', 'The request did not come from our own page.')
}

/** @throws Refused `unsupported_media_type`. */
export function refuseOtherThanJson(c: Exchange): void {
  refuseOtherThan(c, json, 'application/json')
}

/** The same for a body that is a file, received as it is. A form of another site cannot send this type. */
export function refuseOtherThanBytes(c: Exchange): void {
  refuseOtherThan(c, bytes, 'application/octet-stream')
}

function refuseOtherThan(c: Exchange, pattern: RegExp, type: string): void {
  const encoding = c.req.header('content-encoding')
  if (!pattern.test(c.req.header('content-type') ?? '')) {
    throw new Refused('unsupported_media_type', `The body must be ${type}.`)
  }
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refused('unsupported_media_type', 'The body must not be compressed.')
  }
}
