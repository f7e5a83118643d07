import { expect, test } from 'vitest'
import { personFrom, type RoleClaims } from './role-claims.ts'

const meaning: RoleClaims = {
  role: 'groups',
  ownUserId: 'genauth_id',
  names: { viewer: 'it', operator: 'it-admins', approver: 'it-leads' },
}
const told = { iss: 'https://sign-in.example', sub: '4711' }
const roleOf = (groups: unknown) => personFrom({ ...told, groups }, meaning).role

test.each([
  ['it', 'viewer'],
  [['it'], 'viewer'],
  [['it-leads', 'it'], 'approver'],
  [['it', 'it-admins', 'staff'], 'operator'],
  ['viewer', null],
  ['it it-admins', null],
  ['IT', null],
  [[], null],
  [[['it']], null],
  [{ it: true }, null],
  [undefined, null],
  [null, null],
])('The claim %j gives the role %s', (claimed, role) => {
  expect(roleOf(claimed)).toBe(role)
})

test('A person is known by what the provider tells', () => {
  const claims = {
    ...told,
    name: '  Chen\u0000 Jing ',
    email: 'chen.jing@hanlin.example',
    email_verified: true,
    genauth_id: '65f1',
    groups: 'it-admins',
  }
  expect(personFrom(claims, meaning)).toEqual({
    ...told,
    name: 'Chen  Jing',
    email: 'chen.jing@hanlin.example',
    emailVerified: true,
    ownUserId: '65f1',
    role: 'operator',
  })
})

test('Somebody without a name is called as the provider knows them', () => {
  const named = (claims: object) => personFrom({ ...told, ...claims }, meaning).name
  expect(named({ preferred_username: 'chenjing', email: 'a@b.example' })).toBe('chenjing')
  expect(named({ name: ' ', email: 'a@b.example' })).toBe('a@b.example')
  expect(named({ name: 7 })).toBe('4711')
})

test.each(['True', 'false', 1, null, undefined])(
  'An address verified as %j is not verified',
  (verified) => {
    const claims = { ...told, email: 'a@b.example', email_verified: verified }
    expect(personFrom(claims, meaning).emailVerified).toBe(false)
  },
)

test.each([true, 'true'])('An address verified as %j is verified', (verified) => {
  const claims = { ...told, email: 'a@b.example', email_verified: verified }
  expect(personFrom(claims, meaning).emailVerified).toBe(true)
})

test('A name is no longer than a line', () => {
  expect(personFrom({ ...told, name: 'x'.repeat(5_000) }, meaning).name).toHaveLength(200)
})
