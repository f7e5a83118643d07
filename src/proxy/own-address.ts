import type { MiddlewareHandler } from 'hono'
import { Refused } from './refused.ts'
import type { Env } from './request-facts.ts'

const written = /^(?<name>\[[0-9a-f:]+\]|[a-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?$/
const loopback = ['127.0.0.1', 'localhost', '[::1]']
const notAPage = /^\/(?:api|auth|assets)(?:\/|$)/

/**
 * Refuses every request that names another host than ours, so that no other name can be pointed at
 * this address. Somebody who typed the other name of this machine is sent to the right one.
 */
export function ownAddress(origin: string): MiddlewareHandler<Env> {
  const own = new URL(origin)
  const ownPort = own.port || (own.protocol === 'https:' ? '443' : '80')
  return async (c, next) => {
    const asked = written.exec(c.req.header('host')?.toLowerCase() ?? '')?.groups
    const port = asked?.port ?? (own.protocol === 'https:' ? '443' : '80')
    if (asked?.name === own.hostname && port === ownPort) return next()
    const otherName = loopback.includes(own.hostname) && loopback.includes(asked?.name ?? '')
    const { pathname, search } = new URL(c.req.url)
    if (otherName && port === ownPort && isPage(c.req.method, pathname)) {
      c.set('route', 'page')
      return c.redirect(origin + pathname + search, 307)
    }
    throw new Refused('misdirected', `This server answers as ${own.host} only.`)
  }
}

function isPage(method: string, pathname: string): boolean {
  return (method === 'GET' || method === 'HEAD') && !notAPage.test(pathname)
}
