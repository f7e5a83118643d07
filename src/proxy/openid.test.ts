import { expect, test } from 'vitest'
import { signedInAt } from './at-provider.fixture.ts'
import { origin } from './front.fixture.ts'
import type { Lies } from './provider.fixture.ts'

const told = { name: 'Chen Jing', roles: ['operator'] }

const accepted: [what: string, lies: Lies][] = [
  ['says everything in the ID token', { claims: told }],
  ['takes the secret in the header only', { claims: told, takes: 'basic' }],
  ['takes the secret in the body only', { claims: told, takes: 'post' }],
  ['says the rest at its userinfo endpoint', { userInfo: { sub: '1', ...told } }],
  ['tells when the person signed in', { claims: told, times: { auth_time: -60 } }],
  ['gives one role as text', { claims: { ...told, roles: 'operator' } }],
  [
    'has a second audience, and names us',
    { claims: { ...told, aud: ['us', 'others'], azp: 'us' } },
  ],
  ['has a clock that is a little ahead', { claims: told, times: { iat: 50, auth_time: 50 } }],
  ['has a clock that is a little behind', { claims: told, times: { exp: -50 } }],
]

test.each(accepted)('A provider that %s signs people in', async (_, lies) => {
  const { location, person } = await signedInAt(lies)
  expect(location).toBe(`${origin}/users`)
  expect(person).toMatchObject({ name: 'Chen Jing', email: null, role: 'operator' })
})

test('A provider that calls itself something else is not asked', async () => {
  const { location } = await signedInAt({ discovery: { issuer: 'https://elsewhere.example' } })
  expect(location).toBe(`${origin}/sign-in?problem=provider`)
})

test('A provider that knows no way to send a secret signs nobody in', async () => {
  const { location } = await signedInAt({
    claims: told,
    discovery: { token_endpoint_auth_methods_supported: ['private_key_jwt'] },
  })
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

const answers: [what: string, lies: Lies][] = [
  ['of another issuer', { back: { iss: 'https://elsewhere.example' } }],
  [
    'without an issuer, from one that always names itself',
    { discovery: { authorization_response_iss_parameter_supported: true } },
  ],
  ['with another state', { back: { state: 'another' } }],
  ['without a code', { back: { code: '' } }],
  ['without an ID token', { idToken: null }],
]

test.each(answers)('An answer %s signs nobody in', async (_, lies) => {
  const { location, person } = await signedInAt({ claims: told, ...lies })
  expect(location).toMatch(/\/sign-in\?problem=(?:provider|expired)$/)
  expect(person).toBeNull()
})
