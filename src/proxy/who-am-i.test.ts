import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront({ users: 0 })
})
afterAll(() => front.close())

async function about(cookie = '') {
  const answer = await front.ask('/api/me', { headers: { cookie } })
  return answer.json()
}

async function stop(name: string, reason: string | null): Promise<void> {
  const { personId } = await front.desk.signIn(name, 'operator')
  const at = front.desk.clock.now().toISOString()
  const entry = { action: 'stopEverything', personId, batchId: null, facts: {}, personal: {} }
  await front.desk.store.stop.set(
    { personId, at, reason },
    { entry: { ...entry, requestId: null }, at },
  )
}

test('Whoever opens the page learns which pool it is, and nothing of those who work there', async () => {
  await stop('Lin Mei', 'HR sent the wrong list')
  expect(await about()).toEqual({
    pool: { name: 'Sandbox', sandbox: true },
    readOnly: false,
    batchMax: 10_000,
    stopped: null,
    person: null,
    session: null,
  })
})

test('Whoever has a role learns that everything is stopped, since when, by whom and why', async () => {
  await stop('Lin Mei', 'HR sent the wrong list')
  const { stopped } = await about(await front.cookieOf('Sun Tao', 'viewer'))
  expect(stopped).toEqual({
    at: front.desk.clock.now().toISOString(),
    by: 'Lin Mei',
    reason: 'HR sent the wrong list',
  })
})

test('Whoever has no role does not', async () => {
  await stop('Lin Mei', null)
  const { stopped, person } = await about(await front.cookieOf('Guest', null))
  expect(stopped).toBeNull()
  expect(person).toMatchObject({ name: 'Guest', role: null })
})

test('A person keeps one opaque id over all sign-ins, and no two share one', async () => {
  const idOf = async (name: string) => (await about(await front.cookieOf(name))).person.personId
  const first = await idOf('Chen Jing')
  expect(await idOf('Chen Jing')).toBe(first)
  expect(await idOf('Lin Mei')).not.toBe(first)
  expect(first).not.toContain('chen')
})
