import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront()
})
afterAll(() => front.close())

test('Nobody is signed in at first', async () => {
  const answer = await front.ask('/api/me')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    pool: { name: 'Sandbox', sandbox: true },
    readOnly: false,
    batchMax: 10_000,
    person: null,
  })
})

test('A viewer looks up Li Wei by e-mail', async () => {
  const answer = await front.ask('/api/look-ups', {
    method: 'POST',
    headers: { ...fromOurPage, cookie: await front.cookieOf('Sun Tao', 'viewer') },
    body: JSON.stringify({ value: front.desk.person('li-wei').email, as: 'email' }),
  })
  expect(await answer.json()).toMatchObject({ tried: [{ kind: 'email', outcome: 'found' }] })
})
