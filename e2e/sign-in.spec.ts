import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'

test('Nobody sees anything before signing in, and comes back to the address asked for', async ({
  page,
  world,
}) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${world.url}/users?status=Activated#q=13900227781&as=phone`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByRole('navigation')).toBeHidden()

  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Chen Jing' })).toBeVisible()
  // Another site, as a provider is in life.
  expect(new URL(page.url()).hostname).toBe('localhost')
  expect(new URL(world.url).hostname).toBe('127.0.0.1')
  await page.getByRole('button', { name: 'Chen Jing' }).click()

  await expect(page.getByRole('heading', { level: 2, name: 'Gao Xiang' })).toBeVisible()
  await expect(page.getByText('Found as phone', { exact: true })).toBeVisible()
  const { origin, search, hash } = new URL(page.url())
  expect({ origin, search, hash }).toEqual({
    origin: world.url,
    search: '?status=Activated',
    hash: '#q=13900227781&as=phone',
  })
  // What was looked up stands in no address that left the browser.
  expect(requests.filter((address) => address.includes('13900227781'))).toEqual([])
})

test('Whoever has no role is told so, and whom to ask', async ({ page, world }) => {
  await page.goto(world.url)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign in without a role' }).click()
  await expect(page.getByText('You may sign in but have no role here.')).toBeVisible()
  await expect(page.getByText('Ask whoever runs Leaver Desk for one')).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeHidden()

  const { userId } = await world.person('gao-xiang')
  const answer = await page.request.get(`${world.url}/api/users/${userId}`)
  expect(await answer.json()).toMatchObject({ code: 'no_role' })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('A viewer finds and reads; what acts is absent, and a line says who has it', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Sun Tao')
  await expect(page.getByText('Selecting and acting needs the role Operator.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Directory' }).getByRole('row').nth(9)).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)

  await openPerson(page, 'tanxin', 'Tan Xin')
  await expect(
    page.getByText('Your role is Viewer. Acting on users needs the role Operator.'),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sync relations' })).toContainText(
    'ou_2b9d66f1c0a84e37',
  )
  const acts = /^(Resign|Delete|Unlink|Suspend|More actions)/
  await expect(page.getByRole('button', { name: acts })).toHaveCount(0)
  const { userId } = await world.person('li-wei')
  await page.goto(`${world.url}/users/${userId}`)
  await expect(page.getByRole('heading', { level: 2, name: 'Li Wei' })).toBeVisible()
  await expect(page.getByRole('button', { name: acts })).toHaveCount(0)

  await page.getByRole('link', { name: 'Batches' }).click()
  await expect(page.getByText(/^Your role reads\. .* needs the role Operator\.$/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'New batch' })).toHaveCount(0)
})

test('Nobody acts on themselves', async ({ page, signIn }) => {
  await signIn(page, 'Lin Mei')
  await openPerson(page, 'linmei', 'Lin Mei')
  await expect(
    page.getByText('This is your own account: you cannot act on yourself.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Resign|Delete|Unlink|More)/ })).toHaveCount(0)
})

test('Signing out ends the session: going back shows nothing, and the old cookie opens nothing', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(page, 'Chen Jing')
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  const cookies = await context.cookies()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const way = page.getByRole('link', { name: 'Sign in' })
  await expect(way).toBeVisible()

  await page.goBack()
  await expect(way).toBeVisible()
  await expect(page.getByText('Gao Xiang')).toHaveCount(0)
  await context.addCookies(cookies)
  await page.reload()
  await expect(way).toBeVisible()
  await expect(page.getByText('Gao Xiang')).toHaveCount(0)
})
