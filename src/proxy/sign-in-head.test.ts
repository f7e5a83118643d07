import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront({ users: 0 })
})
afterAll(() => front.close())

test('Asking for the head of an address of the sign-in changes nothing', async () => {
  const browser = openBrowser(front)
  const whoIs = async () => (await (await browser.open('/api/me')).json()).person
  const begun = await browser.open('/auth/sign-in', { method: 'HEAD' })
  expect([begun.status, begun.headers.get('allow')]).toEqual([405, 'GET'])
  expect(begun.headers.getSetCookie()).toEqual([])

  const callback = await browser.pick('chen-jing')
  const looked = await browser.open(callback, { method: 'HEAD' })
  expect([looked.status, looked.headers.get('allow')]).toEqual([405, 'GET'])
  expect(looked.headers.getSetCookie()).toEqual([])
  expect(await whoIs()).toBeNull()
  expect((await browser.open(callback)).status).toBe(302)
  expect(await whoIs()).toMatchObject({ name: 'Chen Jing' })
  const other = await browser.open(callback, { method: 'POST' })
  expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET'])
})
