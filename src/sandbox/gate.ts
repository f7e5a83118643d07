import type { Refusal } from './answer.ts'
import { notLoggedIn } from './messages.ts'
import type { Pool } from './pool.ts'
import {
  type Authorization,
  familyHeader,
  isSignedWith,
  readAuthorization,
  type SignedRequest,
} from './signature.ts'
import { isGoodToken } from './token.ts'

/** Lets a request in (null) or says why not. */
export type Gate = (request: SignedRequest) => Refusal | null

/** How many used nonces are remembered; the oldest are forgotten first. */
const rememberedNonces = 200_000

const reasons = {
  1300: { en: 'Wrong signature', zh: '签名错误' },
  1301: { en: 'Signature method does not match', zh: '签名方法不匹配' },
  1302: { en: 'Signature version does not match', zh: '签名版本不匹配' },
  1303: { en: 'Wrong date format', zh: '日期格式错误' },
  1304: { en: 'Date header is missing', zh: '缺少日期请求头' },
  1305: { en: 'Clock skew is too large', zh: '时间误差过大' },
  1306: { en: 'Signature has been used', zh: '签名已被使用' },
} as const

/** An HTTP date, as Node clients send, or milliseconds, as Java clients do. NaN: neither. */
function instant(date: string): number {
  if (/^\d{10,14}$/.test(date)) return Number(date)
  return /^[A-Za-z]{3}, |^\d{4}-/.test(date) ? Date.parse(date) : Number.NaN
}

/** The one way into the pool: signed with either family of names, or with a token. */
export function gateTo(pool: Pool): Gate {
  const nonces = new Set<string>()

  const refusal = (apiCode: keyof typeof reasons): Refusal => ({
    statusCode: Number(pool.policy['key-status']),
    apiCode,
    message: reasons[apiCode],
  })
  const unknown: Refusal = { statusCode: 401, apiCode: 2020, message: notLoggedIn }

  const dated = (date: string | undefined): Refusal | null => {
    if (date === undefined || date.trim() === '') return refusal(1304)
    const then = instant(date.trim())
    if (Number.isNaN(then)) return refusal(1303)
    const { skew } = pool.policy
    const off = Math.abs(pool.now().getTime() - then)
    return skew !== 'off' && off > skew * 1000 ? refusal(1305) : null
  }

  const used = (nonce: string): boolean => {
    if (nonces.has(nonce)) return true
    nonces.add(nonce)
    for (const oldest of nonces) {
      if (nonces.size <= rememberedNonces) break
      nonces.delete(oldest)
    }
    return false
  }

  const signed = (request: SignedRequest, authorization: Authorization): Refusal | null => {
    const { family, accessKeyId, signature } = authorization
    const wrongDate = dated(request.headers.date)
    if (wrongDate) return wrongDate
    if (familyHeader(request, family, 'signature-method') !== 'HMAC-SHA1') return refusal(1301)
    if (familyHeader(request, family, 'signature-version') !== '1.0') return refusal(1302)
    const nonce = familyHeader(request, family, 'signature-nonce')
    const { keys } = pool
    const known = accessKeyId === keys.accessKeyId && nonce !== undefined
    if (!known || !isSignedWith(keys.accessKeySecret, request, family, signature)) {
      return refusal(1300)
    }
    return used(nonce) ? refusal(1306) : null
  }

  return (request) => {
    const { authorization } = request.headers
    if (authorization === undefined) return unknown
    const signature = readAuthorization(authorization)
    if (signature) return signed(request, signature)
    const token = authorization.replace(/^Bearer\s+/i, '')
    return isGoodToken(token, pool.keys, pool.now()) ? null : unknown
  }
}
