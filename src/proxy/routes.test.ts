import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '#contract/operations.ts'
import type { OpenFront } from './front.fixture.ts'
import { openFront } from './front.fixture.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront({ users: 0, metricsToken: 'a token for tests' })
})
afterAll(() => front.close())

/** What is answered beside the operations: nothing of it tells of users, and nothing acts on them. */
const beside = [
  'GET /*',
  'GET /api/openapi.json',
  'GET /auth/callback',
  'GET /auth/sign-in',
  'GET /healthz',
  'GET /metrics',
  'GET /readyz',
  'POST /auth/sign-out',
]

test('Nothing is answered but the operations of the contract, and what needs no role', () => {
  const answered = front.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  const declared = Object.values(operations).map(
    ({ method, path }) => `${method.toUpperCase()} ${path}`,
  )
  expect(answered.sort()).toEqual([...declared, ...beside].sort())
})

test('Whatever stands at every method refuses, or passes on what it has looked at', async () => {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE']
  const known = new Set(front.app.routes.map(({ method, path }) => `${method} ${path}`))
  const paths = new Set(front.app.routes.map(({ path }) => path))
  for (const path of paths) {
    for (const method of methods) {
      if (known.has(`${method} ${path}`)) continue
      const answer = await front.ask(path.replaceAll(/:\w+|\*/g, '1'), { method })
      expect([404, 405], `${method} ${path}`).toContain(answer.status)
    }
  }
})
