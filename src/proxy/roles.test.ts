import { afterAll, beforeAll, expect, test } from 'vitest'
import type { operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import type { Role } from '#contract/role.ts'
import { roles } from '#contract/role.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront()
})
afterAll(() => front.close())

const all = Object.values(operations)
const needing = (role: Role) => all.filter(({ needs }) => needs === role)

type Declared = Parameters<typeof operation>[0]
/** `true` as soon as a declaration without a role would be accepted, and then this does not compile. */
type MayLackRole = Record<never, never> extends Pick<Declared, 'needs'> ? true : false
const mayLackRole: MayLackRole = false

async function codeFor(
  path: string,
  method: string,
  role: Role | null,
): Promise<string | undefined> {
  const cookie = await front.cookieOf(`A ${role}`, role)
  const answer = await front.ask(path.replaceAll(/\{\w+\}/g, '1'), {
    method: method.toUpperCase(),
    headers: { ...fromOurPage, cookie },
    ...(method === 'post' && { body: '{}' }),
  })
  return (await answer.json()).code
}

test('Every operation says who may', () => {
  expect(mayLackRole).toBe(false)
  for (const { needs } of all) expect(['public', 'session', ...roles]).toContain(needs)
  expect(all.filter(({ needs }) => needs === 'public').map(({ name }) => name)).toEqual(['whoAmI'])
})

test('Whoever changes something is at least an operator', () => {
  const changing = all.filter(({ mutates }) => mutates)
  expect(changing.length).toBeGreaterThan(8)
  for (const { needs } of changing) expect(['operator', 'approver']).toContain(needs)
})

test.each(all.filter(({ needs }) => needs !== 'public'))(
  '$name is refused to somebody without a role',
  async ({ path, method }) => {
    expect(await codeFor(path, method, null)).toBe('no_role')
  },
)

test.each(needing('operator'))('$name is refused to a viewer', async ({ path, method }) => {
  expect(await codeFor(path, method, 'viewer')).toBe('role_required')
})

test.each(roles)('What needs a viewer is open to the role %s', async (role) => {
  for (const { path, method } of needing('viewer')) {
    expect(['no_role', 'role_required']).not.toContain(await codeFor(path, method, role))
  }
})

test('The role is read anew for each request', async () => {
  const cookie = await front.cookieOf('Lin Mei', 'operator')
  const ask = () => front.ask('/api/batches', { headers: { cookie } })
  expect((await ask()).status).toBe(200)
  await front.desk.signIn('Lin Mei', null)
  expect((await ask()).status).toBe(403)
})

test('The role is looked at before what was sent', async () => {
  const headers = { ...fromOurPage, cookie: await front.cookieOf('Sun Tao', 'viewer') }
  const answer = await front.ask('/api/batches', { method: 'POST', headers, body: '{' })
  expect(await answer.json()).toMatchObject({ code: 'role_required' })
})
