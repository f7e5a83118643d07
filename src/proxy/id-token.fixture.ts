import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

const pairs = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
}
const unpublished = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** Makes the signature of what stands before it. */
type Sign = (signed: string) => Buffer

const signedWith =
  (key: KeyObject): Sign =>
  (signed) =>
    sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })

const hs256 =
  (secret: string | Buffer): Sign =>
  (signed) =>
    createHmac('sha256', secret).update(signed).digest()

/** Ways to sign an ID token, true and false ones. */
export const signers = {
  es256: signedWith(pairs.ES256.privateKey),
  rs256: signedWith(pairs.RS256.privateKey),
  hs256,
  /** By a key that nobody published. */
  another: signedWith(unpublished.privateKey),
  nobody: () => Buffer.alloc(0),
} satisfies Record<string, Sign | ((secret: string) => Sign)>

/** The keys as a provider publishes them: whoever asks for them has them. */
export const publicKeys = {
  es256: { ...pairs.ES256.publicKey.export({ format: 'jwk' }), kid: 'es', use: 'sig' },
  rs256: { ...pairs.RS256.publicKey.export({ format: 'jwk' }), kid: 'rs', use: 'sig' },
  another: unpublished.publicKey.export({ format: 'jwk' }),
  pem: pairs.RS256.publicKey.export({ format: 'pem', type: 'spki' }),
  der: pairs.RS256.publicKey.export({ format: 'der', type: 'spki' }),
}

export type Token = {
  header: Record<string, unknown>
  claims: unknown
  sign: Sign
  /** What stands in the token in place of the claims that were signed. */
  shown?: unknown
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JSON Web Token, honest or not. */
export function jwt({ header, claims, sign: signs, shown }: Token): string {
  const signature = signs(`${part(header)}.${part(claims)}`).toString('base64url')
  return `${part(header)}.${part(shown ?? claims)}.${signature}`
}
