import type { MiddlewareHandler } from 'hono'
import { sizes } from './client-limits.ts'
import { Refused } from './refused.ts'
import type { Env } from './request-facts.ts'

const odd = /\\|\p{Cc}/u

/** A letter, digit or `-._~` in code: the same address spelt otherwise, which no browser does by itself. */
const disguised = /%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/i

/** A path that means one thing only: no empty part, decodable, no backslash, no control character. */
function isClear(pathname: string): boolean {
  if (pathname.includes('//')) return false
  try {
    return !odd.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}

/** Refuses addresses over 8 KiB and paths that two readers could read differently; knows every address by one spelling. */
export const clearPath: MiddlewareHandler<Env> = (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (pathname.length + search.length > sizes.address) {
    throw new Refused('uri_too_long', 'The address is longer than 8 KiB.')
  }
  if (!isClear(pathname)) throw new Refused('bad_request', 'The address is not well-formed.')
  if (disguised.test(pathname)) throw new Refused('not_found', 'There is nothing at this address.')
  return next()
}
