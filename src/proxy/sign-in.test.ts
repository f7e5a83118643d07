import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { type OpenFront, openFront, origin } from './front.fixture.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront()
})
afterAll(() => front.close())

async function whoIs(browser: ReturnType<typeof openBrowser>) {
  const { person } = await (await browser.open('/api/me')).json()
  return person
}

test('Chen Jing signs in, is an operator, and comes back to where she wanted to go', async () => {
  const browser = openBrowser(front)
  const callback = await browser.pick('chen-jing', '/users?status=Suspended')
  const answer = await browser.open(callback)
  expect(answer.headers.get('location')).toBe(`${origin}/users?status=Suspended`)
  expect(await whoIs(browser)).toEqual({
    name: 'Chen Jing',
    email: 'chen.jing@hanlin.example',
    role: 'operator',
  })
})
