import { type APIRequestContext, request } from '@playwright/test'
import { expect, test } from './test.ts'
import type { World } from './world.ts'

/** Somebody without a browser signs in up to where the provider sends them back. @returns that address. */
async function wayBack(
  asking: APIRequestContext,
  { url }: World,
  { operator, back }: { operator: string; back?: string },
): Promise<string> {
  const asked = back === undefined ? '' : `?return=${encodeURIComponent(back)}`
  const picking = await asking.get(`${url}/auth/sign-in${asked}`)
  const options = { maxRedirects: 0, form: { operator } }
  let answer = await asking.post(picking.url(), options)
  for (;;) {
    const { location = '' } = answer.headers()
    const next = new URL(location, answer.url()).href
    if (next.startsWith(url)) return next
    answer = await asking.get(next, { maxRedirects: 0 })
  }
}

test('Nobody is signed in as somebody else by an address that was slipped to them', async ({
  page,
  signIn,
  world,
}) => {
  const attacker = await request.newContext()
  const slipped = () => wayBack(attacker, world, { operator: 'lin-mei' })
  const nobody = async () => (await (await page.request.get(`${world.url}/api/me`)).json()).person
  await page.goto(await slipped())
  await expect(page).toHaveURL(/\/sign-in\?problem=/)
  expect(await nobody()).toBe(null)

  // Also while somebody is on their own way to the provider, and with the state that is theirs.
  await page.goto(`${world.url}/auth/sign-in`)
  const own = await slipped()
  const pending = (await page.context().cookies(world.url)).map(({ name }) => name)
  expect(pending).toEqual(['leaver-desk-sign-in'])
  await page.goto(own)
  await expect(page).toHaveURL(/\/sign-in\?problem=/)
  expect(await nobody()).toBe(null)

  // And whoever is signed in stays who they are.
  await signIn(page, 'Chen Jing')
  await page.goto(await slipped())
  expect(await nobody()).toMatchObject({ name: 'Chen Jing' })
  for (const forged of [
    '',
    '?code=x',
    '?state=x',
    '?code=x&state=x',
    '?error=access_denied&state=x',
  ]) {
    await page.goto(`${world.url}/auth/callback${forged}`)
    await expect(page).toHaveURL(/\/sign-in\?problem=|\/users/)
    expect(await nobody()).toMatchObject({ name: 'Chen Jing' })
  }
  await attacker.dispose()
})

test('A way back that was used once leads nowhere the second time', async ({ page, world }) => {
  const back = await wayBack(page.request, world, { operator: 'chen-jing' })
  await page.goto(back)
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.context().clearCookies({ name: 'leaver-desk' })
  await page.goto(back)
  await expect(page).toHaveURL(/\/sign-in\?problem=/)
  await expect(page.getByRole('searchbox')).toBeHidden()
})

const tricks = [
  '//elsewhere.example',
  '///elsewhere.example/users',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/%2f/elsewhere.example',
  '/%2F%2Felsewhere.example',
  '/%5Celsewhere.example',
  '/users/..//elsewhere.example',
  'https://elsewhere.example/',
  'https:elsewhere.example',
  'http:/\\elsewhere.example',
  '@elsewhere.example',
  ':80@elsewhere.example',
  '.elsewhere.example',
  'javascript:alert(1)//',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '/auth/sign-out',
  '/api/me',
  '/%61pi/me',
  '/users/../api/me',
  '/ /elsewhere.example',
  `/${'a'.repeat(5_000)}`,
  '／／elsewhere.example',
  '/\u2028/elsewhere.example',
]

test('Whatever way back is asked for, signing in ends at a page of the console', async ({
  page,
  world,
}) => {
  for (const back of tricks) {
    const address = await wayBack(page.request, world, { operator: 'chen-jing', back })
    const answer = await page.request.get(address, { maxRedirects: 0 })
    expect(answer.status(), back).toBe(302)
    const { location = '' } = answer.headers()
    const { origin, pathname } = new URL(location, world.url)
    expect(origin, back).toBe(world.url)
    expect(pathname, back).not.toMatch(/^\/\/|^\/(api|auth|assets)(\/|$)/)
  }
  // The same in a browser, which reads addresses in its own way; and a good one is kept.
  for (const back of [...tricks.slice(0, 5), '/users?status=Suspended&page=2']) {
    await page.goto(await wayBack(page.request, world, { operator: 'chen-jing', back }))
    // The console itself may lead on from there.
    await expect(page.getByRole('searchbox')).toBeVisible()
    expect(new URL(page.url()).origin).toBe(world.url)
  }
  await expect(page).toHaveURL(`${world.url}/users?status=Suspended&page=2`)
})
