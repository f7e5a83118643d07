import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import type { Metrics } from './metrics.ts'
import { Refused } from './refused.ts'
import type { Env } from './request-facts.ts'

/** Figures, and the bearer token that opens them. */
export type MeasuredBy = { token: string; metrics: Metrics }

/** Adds `/metrics`, which is there only where somebody set a token for it. */
export function addMetrics(desk: Hono<Env>, measured: MeasuredBy | null): void {
  desk.get('/metrics', async (c) => {
    c.set('route', '/metrics')
    c.set('quiet', true)
    if (measured === null) throw new Refused('not_found', 'There is nothing at this address.')
    if (!isToken(c.req.header('authorization'), measured.token)) {
      c.header('www-authenticate', 'Bearer')
      throw new Refused('sign_in_required', 'The bearer token is missing or wrong.')
    }
    const { text, contentType } = await measured.metrics.told()
    return c.body(text, 200, { 'content-type': contentType })
  })
}

/** Takes as long for a token that is nearly right as for one that is not. */
function isToken(header: string | undefined, token: string): boolean {
  const given = /^bearer +(?<token>\S+) *$/i.exec(header ?? '')?.groups?.token
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
