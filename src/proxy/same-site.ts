import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'

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
  const encoding = c.req.header('content-encoding')
  if (!json.test(c.req.header('content-type') ?? '')) {
    throw new Refused('unsupported_media_type', 'The body must be application/json.')
  }
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refused('unsupported_media_type', 'The body must not be compressed.')
  }
}
