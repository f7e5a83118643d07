import type { Page } from '@playwright/test'
import { expectNothingSerious } from './axe.ts'
import { moveSessions } from './older.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

const nextAsk = 15_000
const tooOld = -6 * 60
const once = 'For this you sign in once more. What you typed stays.'

const leave = (page: Page) => page.getByRole('button', { name: 'Sign in and continue' })
const reason = (page: Page) => page.getByRole('textbox', { name: 'Reason or ticket' })
const words = (page: Page) => page.getByRole('textbox', { name: 'Type liwei to' })
const endSessions = (page: Page) =>
  page.getByRole('checkbox', { name: /^End \d+ active sessions$/ })

/** Opens the question about resigning Li Wei and answers everything that it asks. */
async function askAndGive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Resign…' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Resign Li Wei?' })).toBeVisible()
  await reason(page).fill('HR-2231')
  await words(page).fill('liwei')
  await endSessions(page).uncheck()
}

async function expectGiven(page: Page): Promise<void> {
  await expect(reason(page)).toHaveValue('HR-2231')
  await expect(words(page)).toHaveValue('liwei')
  await expect(endSessions(page)).not.toBeChecked()
}

test.beforeEach(async ({ page, signIn, ownWorld }) => {
  await page.clock.install()
  await signIn(page, 'Chen Jing', ownWorld)
  await openPerson(page, 'liwei', 'Li Wei')
})

test('Before somebody is resigned people sign in once more, and find the question as they left it', async ({
  page,
  ownWorld: world,
}) => {
  const { href } = new URL(page.url())
  await askAndGive(page)
  const resign = page.getByRole('button', { name: 'Resign Li Wei' })
  await expect(resign).toHaveAttribute('aria-disabled', 'false')
  await expect(page.getByText(once)).toHaveCount(0)
  // The page thinks that the sign-in is fresh enough, until it is refused.
  moveSessions(world, { proved: tooOld })
  await resign.click()
  await expect(page.getByText(once)).toBeVisible()
  await expectGiven(page)
  await expect(resign).toHaveCount(0)

  const left = page.waitForRequest((request) => request.url().includes('/auth/sign-in?'))
  await leave(page).click()
  expect(new URL((await left).url()).searchParams.get('fresh')).toBe('1')
  await expect(page.getByRole('button', { name: 'Chen Jing' })).toBeVisible()
  // As a provider sends somebody back who gave up.
  await page.goto(`${world.url}/auth/callback?error=access_denied&state=forgotten`)
  await expect(page.getByText(`Signing in did not succeed. ${once}`)).toBeVisible()
  await expectGiven(page)
  expect(page.url()).toBe(href)
  await expect(resign).toHaveCount(0)
  await words(page).fill('')
  await expect(leave(page)).toHaveAttribute('aria-disabled', 'true')
  await words(page).fill('liwei')
  await expect(leave(page)).toHaveAttribute('aria-disabled', 'false')
  await expectNothingSerious(page)

  await leave(page).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(resign).toHaveAttribute('aria-disabled', 'false')
  await expectGiven(page)
  await expect(page.getByText(once)).toHaveCount(0)
  expect(page.url()).toBe(href)
  expect(writesIn(await world.ledger()), 'nothing is sent by itself').toEqual([])
  await resign.click()
  await expect(page.getByText(/^Resigned\. Checked at/)).toBeVisible()
  expect(writesIn(await world.ledger())).toHaveLength(1)
})

test('Deleting asks for it too, as the time runs out; a user who has changed is read again, and the words are typed anew', async ({
  page,
  ownWorld: world,
}) => {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await reason(page).fill('HR-2231')
  await words(page).fill('liwei')
  const remove = page.getByRole('button', { name: 'Delete Li Wei' })
  await expect(remove).toBeVisible()
  await expect(page.getByText(once)).toHaveCount(0)

  // The page learns that little is left, and then sees it pass by itself.
  moveSessions(world, { proved: -4 * 60 - 30 })
  await page.clock.fastForward(nextAsk)
  await page.clock.fastForward(30_000)
  moveSessions(world, { proved: tooOld })
  await leave(page).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Delete Li Wei?' })).toBeVisible()
  await expect(reason(page)).toHaveValue('HR-2231')
  await expect(remove).toHaveAttribute('aria-disabled', 'false')

  moveSessions(world, { proved: tooOld })
  await remove.click()
  await leave(page).click()
  const { userId } = await world.person('li-wei')
  await world.genauth.updateUser({ userId, name: 'Li Wei-Chen' })
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(page.getByText(/^This user has changed since you typed\./)).toBeVisible()
  await expect(reason(page)).toHaveValue('HR-2231')
  await expect(words(page)).toHaveValue('')
  await expect(page.getByText('Waiting for the username')).toBeVisible()
  const sent = writesIn(await world.ledger()).filter(({ call }) => call !== 'update-user')
  expect(sent).toEqual([])
})

test('A provider that does not say when somebody signed in is named; somebody else who signs in there takes over nothing', async ({
  page,
  ownWorld: world,
}) => {
  moveSessions(world, { proved: null })
  await askAndGive(page)
  await page.getByRole('button', { name: 'Resign Li Wei' }).click()
  const told = page.getByRole('alertdialog').getByRole('alert')
  await expect(told).toContainText('does not say when you last signed in (auth_time)')
  await expect(told).toContainText(world.provider)

  moveSessions(world, { proved: tooOld })
  await page.clock.fastForward(nextAsk)
  await leave(page).click()
  await page.getByRole('button', { name: 'Lin Mei' }).click()
  await expect(page.getByRole('button', { name: 'Lin Mei' })).toBeVisible()
  await expect(page).toHaveURL(`${world.url}/users`)
  await expect(page.getByRole('table', { name: 'Directory' })).toBeVisible()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('HR-2231')
  expect(writesIn(await world.ledger())).toEqual([])
})
