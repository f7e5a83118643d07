import { expect, test } from 'vitest'
import { openFront } from './front.fixture.ts'
import type { Handlers } from './handler.ts'

/** Asks for the batches of a desk whose list of batches is this. */
async function listed(answered: unknown) {
  const listBatches: Handlers['listBatches'] = async () => JSON.parse(JSON.stringify(answered))
  const front = await openFront({ does: { listBatches } })
  const headers = { cookie: await front.cookieOf('Sun Tao', 'viewer') }
  const answer = await front.ask('/api/batches', { headers })
  const { status } = answer
  const body = await answer.json()
  await front.close()
  return { status, body, logged: front.logged.join('') }
}

test('What is not declared does not leave the proxy', async () => {
  const { body } = await listed({ totalCount: 0, page: 1, batches: [], accessToken: 'eyJ…' })
  expect(body).toEqual({ totalCount: 0, page: 1, batches: [] })
})

test('An answer that is not as declared is an error, and the log says what was wrong', async () => {
  const { status, body, logged } = await listed({ totalCount: 'none', page: 1, batches: [] })
  expect(status).toBe(500)
  expect(body).toMatchObject({ code: 'internal' })
  expect(logged).toContain('The answer of listBatches is not as declared.')
  expect(logged).toContain('totalCount')
})
