import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { refuse, reply } from './answer.ts'
import { call } from './call.ts'
import type { Keys } from './keys.ts'

/** How long a management token is good, in seconds. */
const tokenSeconds = 7200

const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url')

const sealed = (text: string, { tokenSecret }: Keys) =>
  createHmac('sha256', tokenSecret).update(text).digest('base64url')

/**
 * A management token for the pool. Some clients decode its middle part as plain base64, so no claim
 * holds a `?`, `>` or `~`.
 */
function issueToken(keys: Keys, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000)
  const claims = {
    scoped_userpool_id: keys.userPoolId,
    access_key_id: keys.accessKeyId,
    iat: issued,
    exp: issued + tokenSeconds,
  }
  const text = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  return `${text}.${sealed(text, keys)}`
}

const Claims = z.object({ exp: z.number() })

function claimsIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Whether the token was issued here and has not expired. */
export function isGoodToken(token: string, keys: Keys, now: Date): boolean {
  const [head, body, seal, ...more] = token.split('.')
  if (head === undefined || body === undefined || seal === undefined || more.length > 0)
    return false
  const expected = Buffer.from(sealed(`${head}.${body}`, keys))
  const given = Buffer.from(seal)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false
  const claims = Claims.safeParse(claimsIn(body))
  return claims.success && now.getTime() < claims.data.exp * 1000
}

const wrongKey = {
  statusCode: 403,
  apiCode: 2333,
  message: { en: 'Wrong access key id or secret', zh: '账号或密码错误' },
}

/** The one call that needs no signature and no token: it is how a token is had. */
export const tokenCall = call({
  name: 'get-management-token',
  method: 'POST',
  input: z.object({ accessKeyId: z.string(), accessKeySecret: z.string() }),
  answer({ accessKeyId, accessKeySecret }, { keys, now }) {
    const right = accessKeyId === keys.accessKeyId && accessKeySecret === keys.accessKeySecret
    if (!right) return refuse(wrongKey)
    return reply({ access_token: issueToken(keys, now()), expires_in: tokenSeconds })
  },
})
