import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The two families of names: Authing's and GenAuth's. */
const prefixes = { authing: 'x-authing-', genauth: 'x-genauth-' } as const
export type Family = keyof typeof prefixes

export type SignedRequest = {
  method: string
  path: string
  headers: IncomingHttpHeaders
  /** Of the query, or the top-level fields of the body. */
  parameters: Readonly<Record<string, unknown>>
}

export type Authorization = { family: Family; accessKeyId: string; signature: string }

/** `authing ID:SIGNATURE` or `GenAuth ID:SIGNATURE`; undefined when it is neither. */
export function readAuthorization(value: string): Authorization | undefined {
  const [, scheme, accessKeyId, signature] =
    /^(authing|genauth) ([^:\s]+):(\S+)$/i.exec(value) ?? []
  if (scheme === undefined || accessKeyId === undefined || signature === undefined) return undefined
  const family: Family = scheme.toLowerCase() === 'authing' ? 'authing' : 'genauth'
  return { family, accessKeyId, signature }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : 1

/** One header of the family, such as `signature-nonce`. */
export function familyHeader({ headers }: SignedRequest, family: Family, name: string) {
  const value = headers[`${prefixes[family]}${name}`]
  return typeof value === 'string' ? value : undefined
}

/** The texts that a client may have signed: without parameters some sign a lone question mark. */
function textsToSign(request: SignedRequest, family: Family): string[] {
  const { method, path, headers, parameters } = request
  const signed = Object.entries(headers)
    .filter(([name]) => name === 'date' || name.startsWith(prefixes[family]))
    .toSorted(byName)
    .map(
      ([name, value]) =>
        `${name}:${String(value)
          .replace(/[\t\n\r\f]/g, ' ')
          .trim()}\n`,
    )
  const pairs = Object.entries(parameters)
    .toSorted(byName)
    .map(([name, value]) => {
      const nested = typeof value === 'object' && value !== null
      return `${name}=${nested ? JSON.stringify(value) : value}`
    })
  const text = `${method}\n${signed.join('')}${path}`
  return pairs.length > 0 ? [`${text}?${pairs.join('&')}`] : [text, `${text}?`]
}

/** Whether the signature is the one that the holder of the secret would have made. */
export function isSignedWith(
  secret: string,
  request: SignedRequest,
  family: Family,
  signature: string,
): boolean {
  const given = Buffer.from(signature, 'base64')
  return textsToSign(request, family).some((text) => {
    const expected = createHmac('sha1', secret).update(text, 'utf8').digest()
    return expected.length === given.length && timingSafeEqual(expected, given)
  })
}
