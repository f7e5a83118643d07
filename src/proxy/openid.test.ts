import { expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { openFront, origin } from './front.fixture.ts'
import { type Lies, openLyingProvider } from './provider.fixture.ts'

/** Signs in at a provider that lies so; where that ended, and as whom. */
async function signedInAt(lies: Lies) {
  const provider = await openLyingProvider(lies)
  const front = await openFront({ users: 0, front: { provider: provider.settings } })
  const browser = openBrowser(front)
  const { answer } = await browser.follow('/auth/sign-in?return=/users', {}, (url) => {
    return url.origin === origin && url.pathname !== '/auth/callback'
  })
  const { person } = await (await browser.open('/api/me')).json()
  await front.close()
  await provider.close()
  return { location: answer.headers.get('location'), person, logged: front.logged.join('') }
}

const told = { name: 'Chen Jing', roles: ['operator'] }
/** By the desk's clock, which stands still. */
const nineHoursAgoS = Date.parse('2026-11-20T09:00:00.000Z') / 1_000
const nowS = () => Math.floor(Date.now() / 1_000)

const accepted: [what: string, lies: Lies][] = [
  ['says everything in the ID token', { claims: told }],
  ['takes the secret in the header only', { claims: told, takes: 'basic' }],
  ['takes the secret in the body only', { claims: told, takes: 'post' }],
  ['says the rest at its userinfo endpoint', { userInfo: { sub: '1', ...told } }],
  ['tells when the person signed in', { claims: { ...told, auth_time: nowS() - 60 } }],
  ['gives one role as text', { claims: { ...told, roles: 'operator' } }],
  [
    'has a second audience, and names us',
    { claims: { ...told, aud: ['us', 'others'], azp: 'us' } },
  ],
]

test.each(accepted)('A provider that %s signs people in', async (_, lies) => {
  const { location, person } = await signedInAt(lies)
  expect(location).toBe(`${origin}/users`)
  expect(person).toEqual({ name: 'Chen Jing', email: null, role: 'operator' })
})

const refused: [what: string, lies: Lies][] = [
  ['from another issuer', { claims: { iss: 'https://elsewhere.example' } }],
  ['for somebody else', { claims: { aud: 'others' } }],
  ['with another nonce', { claims: { nonce: 'another' } }],
  ['without a nonce', { claims: { nonce: undefined } }],
  ['without a subject', { claims: { sub: undefined } }],
  ['that has expired', { claims: { exp: nowS() - 600 } }],
  ['of somebody who signed in nine hours ago', { claims: { auth_time: nineHoursAgoS } }],
  ['with another signature', { signature: Buffer.alloc(64, 1).toString('base64url') }],
  ['without a signature', { header: { alg: 'none' }, signature: '' }],
  ['signed in a way that was not announced', { header: { alg: 'HS256' } }],
]

test.each(refused)('A token %s signs nobody in', async (_, { claims, ...lies }) => {
  const { location, person, logged } = await signedInAt({ ...lies, claims: { ...told, ...claims } })
  expect(location).toBe(`${origin}/sign-in?problem=provider`)
  expect(person).toBeNull()
  expect(logged).not.toMatch(/eyJ/)
})

test('A provider that calls itself something else is not asked', async () => {
  const { location } = await signedInAt({ discovery: { issuer: 'https://elsewhere.example' } })
  expect(location).toBe(`${origin}/sign-in?problem=provider`)
})

test('What the userinfo endpoint says of somebody else is not believed', async () => {
  const { person } = await signedInAt({ userInfo: { sub: '2', ...told } })
  expect(person).toBeNull()
})

test('What the ID token says stands above the userinfo endpoint', async () => {
  const userInfo = { sub: '1', name: 'Somebody', roles: ['approver'] }
  const { person } = await signedInAt({ claims: told, userInfo })
  expect(person).toMatchObject({ name: 'Chen Jing', role: 'operator' })
})
