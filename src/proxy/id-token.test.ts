import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { signedInAt } from './at-provider.fixture.ts'
import { origin } from './front.fixture.ts'
import { publicKeys, signers } from './id-token.fixture.ts'
import { idTokenCheck } from './id-token.ts'
import type { Lies } from './provider.fixture.ts'

const told = { name: 'Chen Jing', roles: ['operator'] }
const announcing = (...id_token_signing_alg_values_supported: string[]) => ({
  discovery: { id_token_signing_alg_values_supported },
})
const { es256, rs256, hs256, another, nobody } = signers
const ourSecret = 'the-secret-of-us'
const hashOf = (text: string) =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')

const good: [what: string, lies: Lies][] = [
  ['ES256', { sign: es256 }],
  ['RS256', { header: { alg: 'RS256', kid: 'rs' }, sign: rs256 }],
  [
    'HS256',
    {
      header: { alg: 'HS256', kid: undefined },
      sign: hs256(ourSecret),
      ...announcing('RS256', 'HS256'),
    },
  ],
  ['ES256, with a hash of the access token', { claims: { at_hash: hashOf('a') } }],
  [
    'RS256, which is what a provider that announces nothing means',
    {
      header: { alg: 'RS256', kid: 'rs' },
      sign: rs256,
      discovery: { id_token_signing_alg_values_supported: undefined },
    },
  ],
]

test.each(good)('A token signed with %s signs somebody in', async (_, lies) => {
  const { location, person } = await signedInAt({ ...lies, claims: { ...told, ...lies.claims } })
  expect(location).toBe(`${origin}/users`)
  expect(person).toMatchObject({ name: 'Chen Jing', role: 'operator' })
})

const byHmac = (secret: string | Buffer): Lies => ({
  header: { alg: 'HS256', kid: undefined },
  sign: hs256(secret),
  ...announcing('RS256', 'ES256', 'HS256'),
})

test('A provider that signs with our secret alone need publish no keys', async () => {
  const discovery = { id_token_signing_alg_values_supported: ['HS256'], jwks_uri: undefined }
  const lies = { ...byHmac(ourSecret), claims: told, discovery }
  expect(await signedInAt(lies)).toMatchObject({ person: { name: 'Chen Jing' } })
})

test('Keys that came without https from a provider that has it are not believed', () => {
  const server = { issuer: 'https://sign-in.example', jwks_uri: 'http://sign-in.example/jwks' }
  const us = { issuer: server.issuer, clientId: 'us', clientSecret: ourSecret }
  expect(() => idTokenCheck(server, us, 10)).toThrow('without https')
})

const bad: [what: string, lies: Lies, cause: string][] = [
  ['without a signature', { header: { alg: 'none' }, sign: nobody }, 'unexpected JWT "alg"'],
  [
    'without a signature, from a provider that announces such',
    { header: { alg: 'none' }, sign: nobody, ...announcing('ES256', 'none') },
    '"alg" (Algorithm) Header Parameter value not allowed',
  ],
  ['with its signature cut off', { sign: nobody }, 'signature verification failed'],
  ['signed by a key that nobody published', { sign: another }, 'signature verification failed'],
  ['signed by a key with an unknown name', { header: { kid: 'new' } }, 'no applicable key found'],
  [
    'signed by a key that it brings along',
    { header: { kid: undefined, jwk: publicKeys.another }, sign: another },
    'signature verification failed',
  ],
  ['that names the key of another algorithm', { header: { kid: 'rs' } }, 'no applicable key found'],
  [
    'changed after it was signed',
    { shown: { roles: ['approver'] } },
    'signature verification failed',
  ],
  [
    'signed in a way that was not announced',
    { ...byHmac(ourSecret), discovery: {} },
    'unexpected JWT "alg"',
  ],
  ['signed HS256 with the public key', byHmac(publicKeys.pem), 'signature verification failed'],
  [
    'signed HS256 with the bytes of the public key',
    byHmac(publicKeys.der),
    'signature verification failed',
  ],
  ['signed HS256 with another secret', byHmac('another secret'), 'signature verification failed'],
  ['signed HS256 with no secret', byHmac(''), 'signature verification failed'],
  [
    'signed by a key of a provider that publishes none',
    {
      discovery: {
        id_token_signing_alg_values_supported: ['ES256', 'HS256'],
        jwks_uri: undefined,
      },
    },
    'publishes no keys',
  ],
  ['with an extension that nobody knows', { header: { crit: ['x'], x: 1 } }, 'no JWT "crit"'],
  ['for somebody else', { claims: { aud: 'others' } }, 'unexpected JWT "aud"'],
  [
    'for us and others, which nobody vouches for',
    { claims: { aud: ['us', 'others'] } },
    'additional untrusted audiences',
  ],
  [
    'for us and others, given to them',
    { claims: { aud: ['us', 'others'], azp: 'others' } },
    'unexpected ID Token "azp"',
  ],
  ['from another issuer', { claims: { iss: 'https://elsewhere.example' } }, 'unexpected JWT "iss"'],
  ['with another nonce', { claims: { nonce: 'another' } }, 'unexpected ID Token "nonce"'],
  ['without a nonce', { claims: { nonce: undefined } }, '"nonce" (nonce) claim missing'],
  ['that has expired', { times: { exp: -61 } }, 'expiration is past'],
  [
    'issued in the future',
    { times: { iat: 61 } },
    '"iat" claim timestamp check failed (it should be in the past)',
  ],
  [
    'issued an hour ago',
    { times: { iat: -3_600 } },
    '"iat" claim timestamp check failed (too far in the past)',
  ],
  ['that is not valid yet', { times: { nbf: 61 } }, 'unexpected JWT "nbf"'],
  ['without a subject', { claims: { sub: undefined } }, '"sub" (subject) claim missing'],
  ['with an empty subject', { claims: { sub: '' } }, 'The "sub" claim is no subject'],
  ['with a number for a subject', { claims: { sub: 1 } }, '"sub" (subject) claim type'],
  [
    'with an endless subject',
    { claims: { sub: 's'.repeat(256) } },
    'The "sub" claim is no subject',
  ],
  [
    'that does not say when it was issued',
    { claims: { iat: undefined } },
    '"iat" (issued at) claim missing',
  ],
  ['that never expires', { claims: { exp: undefined } }, '"exp" (expiration time) claim missing'],
  ['with words for a time', { claims: { exp: 'never' } }, '"exp" (expiration time) claim type'],
  ['of somebody who signed in nine hours ago', { times: { auth_time: -32_400 } }, 'fresh enough'],
  ['of somebody who will sign in', { times: { auth_time: 61 } }, 'a sign-in in the future'],
  [
    'with words for the time of signing in',
    { claims: { auth_time: 'now' } },
    '"auth_time" (authentication time) must be a number',
  ],
  [
    'that belongs to another access token',
    { claims: { at_hash: hashOf('b') } },
    'The "at_hash" claim',
  ],
  ['that is none', { idToken: 'a word' }, 'Invalid JWT'],
  ['that is cut in two', { idToken: 'a.b' }, 'Invalid JWT'],
  ['of three words', { idToken: 'a.b.c' }, 'failed to parse JWT Header'],
  [
    'that is encrypted',
    { idToken: `eyJhbGciOiJSU0EtT0FFUCJ9${'.eyJhIjoxfQ'.repeat(4)}` },
    'JWE decryption',
  ],
  ['that is empty', { idToken: '' }, '"id_token" property must not be empty'],
]

test.each(bad)('A token %s signs nobody in', async (_, { claims, ...lies }, cause) => {
  const { location, person, logged } = await signedInAt({ ...lies, claims: { ...told, ...claims } })
  expect(location).toBe(`${origin}/sign-in?problem=provider`)
  expect(person).toBeNull()
  const said = logged.split('\n').find((line) => line.includes('nobody was signed in'))
  expect(said?.replaceAll('\\"', '"')).toContain(cause)
  expect(logged).not.toMatch(/eyJ/)
  expect(logged).not.toContain(ourSecret)
})
