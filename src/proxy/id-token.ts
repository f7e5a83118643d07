import { createHash } from 'node:crypto'
import type { JWTVerifyGetKey } from 'jose'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { ServerMetadata } from 'openid-client'
import type { ProviderSettings } from './provider.ts'

/** Seconds by which the provider's clock may differ from ours. */
export const toleranceS = 60
/** A token was made for this very sign-in, and nobody takes longer than that over one. */
const oldestS = 10 * 60
/** Longer ones are no subjects (OpenID Connect Core 1.0, section 2). */
const longestSubject = 255

const hashes = new Map([
  ...[256, 384, 512].flatMap((bits) =>
    ['RS', 'PS', 'ES', 'HS'].map((family) => [`${family}${bits}`, `sha${bits}`] as const),
  ),
  ['EdDSA', 'sha512'],
  ['Ed25519', 'sha512'],
])

/** @throws whatever is wrong with the token, as an Error that does not hold it. */
type IdTokenCheck = (idToken: string, accessToken: string, now: Date) => Promise<void>

/**
 * Checks the signature of ID tokens, and what depends on it, whatever way a token came: with a key that
 * the provider publishes, or, where it says that it signs with a shared secret, with ours. A token names
 * its algorithm itself, so only those count that the provider announces; `none` never does.
 */
export function idTokenCheck(
  server: ServerMetadata,
  { clientId, clientSecret }: ProviderSettings,
  timeoutS: number,
): IdTokenCheck {
  const announced = server.id_token_signing_alg_values_supported ?? ['RS256']
  const algorithms = announced.filter((algorithm) => hashes.has(algorithm))
  const shared = new TextEncoder().encode(clientSecret)
  const published = publishedKeys(server, timeoutS)
  const keyFor: JWTVerifyGetKey = (header, token) =>
    header.alg.startsWith('HS') ? shared : published(header, token)

  return async (idToken, accessToken, now) => {
    const { payload, protectedHeader } = await jwtVerify(idToken, keyFor, {
      algorithms,
      issuer: server.issuer,
      audience: clientId,
      requiredClaims: ['sub', 'exp'],
      maxTokenAge: oldestS,
      clockTolerance: toleranceS,
      currentDate: now,
    })
    const { sub = '', at_hash: atHash } = payload
    if (sub === '' || sub.length > longestSubject) throw new Error('The "sub" claim is no subject.')
    if (atHash !== undefined && atHash !== halfHash(accessToken, protectedHeader.alg)) {
      throw new Error('The "at_hash" claim belongs to another access token.')
    }
  }
}

function publishedKeys(server: ServerMetadata, timeoutS: number): JWTVerifyGetKey {
  const { jwks_uri: address, issuer } = server
  if (address === undefined) {
    return () => {
      throw new Error('The provider publishes no keys.')
    }
  }
  const url = new URL(address)
  // Settings let an issuer be http: on loopback only.
  if (url.protocol !== 'https:' && !issuer.startsWith('http:')) {
    throw new Error('The provider publishes its keys without https.')
  }
  return createRemoteJWKSet(url, { timeoutDuration: timeoutS * 1_000 })
}

/** The left half of a hash, as `at_hash` holds it. */
function halfHash(text: string, algorithm: string): string {
  const digest = createHash(hashes.get(algorithm) ?? 'sha256')
    .update(text)
    .digest()
  return digest.subarray(0, digest.length / 2).toString('base64url')
}
