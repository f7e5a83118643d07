import type { MiddlewareHandler } from 'hono'
import { sizes } from './client-limits.ts'
import { Refused } from './refused.ts'
import type { Env } from './request-facts.ts'

const odd = /\\|\p{Cc}/u

/** A path that means one thing only: no empty part, decodable, no backslash, no control character. */
function isClear(pathname: string): boolean {
  if (pathname.includes('//')) return false
  try {
    return !odd.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}

/** Refuses addresses over 8 KiB and paths that two readers could read differently. */
export const clearPath: MiddlewareHandler<Env> = (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (pathname.length + search.length > sizes.address) {
    throw new Refused('uri_too_long', 'The address is longer than 8 KiB.')
  }
  if (!isClear(pathname)) throw new Refused('bad_request', 'The address is not well-formed.')
  return next()
}
