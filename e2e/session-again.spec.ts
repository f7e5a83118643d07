import type { Page } from '@playwright/test'
import { moveSessions } from './older.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'
import type { World } from './world.ts'

const nextAsk = 15_000

const hasEnded = (page: Page) =>
  page.getByRole('alertdialog', { name: 'Your session has ended. Sign in again.' })
const wayIn = (page: Page) => hasEnded(page).getByRole('link', { name: 'Sign in' })

/** Ends every session, and lets the page learn of it. */
async function endSession(page: Page, world: World): Promise<void> {
  moveSessions(world, { ends: -1 })
  await page.clock.fastForward(nextAsk)
  await expect(hasEnded(page)).toBeVisible()
}

/** Everything that this tab keeps, as one text. */
const keptIn = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }))

/** Selects Wu Di, looks Li Wei up and begins to suspend him. */
async function beginToSuspend(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select Wu Di', exact: true }).check()
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('HR-2231')
}

test.beforeEach(async ({ page, signIn }) => {
  await page.clock.install()
  await signIn(page, 'Chen Jing')
})

test('Whoever has to sign in again finds the page, the search, the selection and the question', async ({
  page,
  world,
}) => {
  await beginToSuspend(page)
  const { href } = new URL(page.url())
  await endSession(page, world)

  // In sight, and out of reach.
  await expect(page.getByText('li.wei@hanlin.example').first()).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(wayIn(page)).toBeFocused()

  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  const question = page.getByRole('alertdialog', { name: 'Suspend Li Wei?' })
  await expect(question.getByRole('textbox', { name: 'Reason' })).toHaveValue('HR-2231')
  expect(page.url()).toBe(href)
  expect(new URL(href).hash).toBe('#q=liwei&as=auto')
  expect(writesIn(await world.ledger())).toEqual([])
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected')
  await expect(page.getByRole('searchbox')).toHaveValue('liwei')

  // Once: the next reload is a plain one.
  await page.reload()
  await expect(page.getByRole('heading', { level: 2, name: 'Li Wei' })).toBeVisible()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('A half-typed reason for stopping everything is there again, and the focus goes back to the menu', async ({
  page,
  world,
}) => {
  const menu = page.getByRole('button', { name: 'Chen Jing' })
  const reason = page
    .getByRole('alertdialog', { name: 'Stop everything?' })
    .getByRole('textbox', { name: 'Reason' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Stop everything…' }).click()
  await reason.fill('A wrong list')
  await endSession(page, world)
  await wayIn(page).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(reason).toHaveValue('A wrong list')
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  expect(await keptIn(page)).not.toContain('A wrong list')
})

test('What was typed and not asked yet is there again, and was in no address', async ({
  page,
  world,
}) => {
  await page.getByRole('searchbox').fill('13900227781')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await endSession(page, world)
  await wayIn(page).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('13900227781')
  expect(requests.filter((address) => address.includes('13900227781'))).toEqual([])
})

test('Somebody else starts clean', async ({ page, world }) => {
  await beginToSuspend(page)
  await endSession(page, world)
  expect(await keptIn(page)).toContain('HR-2231')
  await wayIn(page).click()
  await page.getByRole('button', { name: 'Lin Mei' }).click()

  await expect(page.getByRole('table', { name: 'Directory' })).toBeVisible()
  await expect(page).toHaveURL(`${world.url}/users`)
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Selection' })).toBeHidden()
  const kept = await keptIn(page)
  for (const typed of ['HR-2231', 'liwei', 'Wu Di']) expect(kept).not.toContain(typed)
})

test('Somebody else who signs in in another tab does not come upon the first one’s page', async ({
  page,
  context,
  world,
}) => {
  await beginToSuspend(page)
  const other = await context.newPage()
  await other.goto(`${world.url}/auth/sign-in?return=%2Fusers`)
  await other.getByRole('button', { name: 'Lin Mei' }).click()
  await expect(other.getByRole('searchbox')).toBeVisible()
  await page.clock.fastForward(nextAsk)
  await expect(page.getByRole('button', { name: 'Lin Mei' })).toBeVisible()
  await expect(page).toHaveURL(`${world.url}/users`)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect(await keptIn(page)).not.toContain('HR-2231')
})

test('Signing in again in another tab is enough for both', async ({
  page,
  context,
  signIn,
  world,
}) => {
  await beginToSuspend(page)
  await endSession(page, world)
  await signIn(await context.newPage(), 'Chen Jing')
  await page.clock.fastForward(nextAsk)
  await expect(hasEnded(page)).toBeHidden()
  const reason = page.getByRole('textbox', { name: 'Reason' })
  await expect(reason).toHaveValue('HR-2231')
  await expect(reason).toBeFocused()
})

test('A reload while nobody is signed in loses nothing', async ({ page, world }) => {
  await beginToSuspend(page)
  await endSession(page, world)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Li Wei')).toHaveCount(0)
  await page.reload()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('HR-2231')
})

test('Signing out forgets what was typed, but neither language nor theme', async ({ page }) => {
  await page.getByRole('button', { name: '切换到中文' }).click()
  await page.getByRole('button', { name: '跟随系统，切换到浅色。' }).click()
  await page.getByRole('button', { name: '浅色主题，切换到深色。' }).click()
  await page.getByRole('searchbox').fill('13900227781')
  await expect.poll(() => keptIn(page)).toContain('13900227781')

  const answered = page.waitForResponse((answer) => answer.url().endsWith('/auth/sign-out'))
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  expect((await (await answered).allHeaders())['clear-site-data']).toContain('"storage"')
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await keptIn(page)).toBe('{}')
})
