import { createHmac, randomBytes } from 'node:crypto'

/** Which family of header names and which scheme word GenAuth expects. */
export type SignatureFamily = 'authing' | 'genauth'

/** What a call carries: the query of a GET, the top-level fields of a POST's JSON body. */
export type Params = Readonly<Record<string, unknown>>

export type SignedRequest = { method: 'GET' | 'POST'; path: string; params: Params }

const families = {
  authing: { prefix: 'x-authing-', scheme: 'authing' },
  genauth: { prefix: 'x-genauth-', scheme: 'GenAuth' },
} as const

const asSigned = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)

/**
 * The text that GenAuth computes the signature over: method, the signed headers, path and
 * parameters, nothing of it URL-encoded. Parameters that are `undefined` are left out, as they are
 * on the wire.
 */
export function stringToSign(
  family: SignatureFamily,
  request: SignedRequest,
  headers: Readonly<Record<string, string>>,
): string {
  const { prefix } = families[family]
  const signed = Object.entries(headers)
    .filter(([name]) => name === 'date' || name.startsWith(prefix))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value.replace(/[\t\n\r\f]/g, ' ').trim()}\n`)
  const pairs = Object.entries(request.params)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${asSigned(value)}`)
  const query = pairs.length > 0 ? `?${pairs.join('&')}` : ''
  return `${request.method}\n${signed.join('')}${request.path}${query}`
}

/** The value of the `authorization` header: scheme word, key id, base64 of the HMAC-SHA1. */
export function authorization(
  family: SignatureFamily,
  key: { id: string; secret: string },
  text: string,
): string {
  const signature = createHmac('sha1', key.secret).update(text, 'utf8').digest('base64')
  return `${families[family].scheme} ${key.id}:${signature}`
}

export type Sign = (request: SignedRequest, at: Date) => Record<string, string>

/**
 * Makes the one function that knows the secret. Each call takes a new random nonce: GenAuth refuses
 * a nonce that it has seen (apiCode 1306), so headers must never be used twice.
 */
export function signer(family: SignatureFamily, key: { id: string; secret: string }): Sign {
  const { prefix } = families[family]
  return (request, at) => {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      date: at.toUTCString(),
      'user-agent': 'leaver-desk',
      [`${prefix}lang`]: 'en-US',
      [`${prefix}sdk-version`]: 'leaver-desk:0.1.0',
      [`${prefix}signature-method`]: 'HMAC-SHA1',
      [`${prefix}signature-nonce`]: randomBytes(16).toString('hex'),
      [`${prefix}signature-version`]: '1.0',
    }
    const text = stringToSign(family, request, headers)
    return { ...headers, authorization: authorization(family, key, text) }
  }
}
