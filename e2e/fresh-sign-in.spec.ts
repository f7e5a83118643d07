import type { Page } from '@playwright/test'
import { expectNothingSerious } from './axe.ts'
import { moveSessions } from './older.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

const nextAsk = 15_000
const tooOld = -6 * 60
const once = 'For this you sign in once more. What you typed stays.'

async function askToResign(page: Page) {
  await page.getByRole('button', { name: 'Resign…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Resign Li Wei?' })
  await expect(question).toBeVisible()
  return question
}

async function give(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await page.getByRole('textbox', { name: 'Type liwei to' }).fill('liwei')
  await page.getByRole('checkbox', { name: /^End \d+ active sessions$/ }).uncheck()
}

async function expectGiven(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('HR-2231')
  await expect(page.getByRole('textbox', { name: 'Type liwei to' })).toHaveValue('liwei')
  await expect(page.getByRole('checkbox', { name: /^End \d+ active sessions$/ })).not.toBeChecked()
}

test.beforeEach(({ page }) => page.clock.install())

test('Before somebody is resigned people sign in once more, and find the question as they left it', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  moveSessions(world, { proved: tooOld })
  await page.clock.fastForward(nextAsk)
  const question = await askToResign(page)
  await expect(question.getByText(once)).toBeVisible()
  await expect(question.getByRole('button', { name: 'Resign Li Wei' })).toHaveCount(0)
  const leave = question.getByRole('button', { name: 'Sign in and continue' })
  await expect(leave).toHaveAttribute('aria-disabled', 'true')
  await give(page)
  await expect(leave).toHaveAttribute('aria-disabled', 'false')
  await expectNothingSerious(page)
  const { href } = new URL(page.url())

  const left = page.waitForRequest((request) => request.url().includes('/auth/sign-in?'))
  await leave.click()
  expect(new URL((await left).url()).searchParams.get('fresh')).toBe('1')
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  const resign = page.getByRole('button', { name: 'Resign Li Wei' })
  await expect(resign).toHaveAttribute('aria-disabled', 'false')
  await expectGiven(page)
  await expect(page.getByText(once)).toHaveCount(0)
  expect(page.url()).toBe(href)
  expect(writesIn(await world.ledger()), 'nothing is sent by itself').toEqual([])

  await resign.click()
  await expect(page.getByText(/^Resigned\. Checked at/)).toBeVisible()
  expect(writesIn(await world.ledger())).toHaveLength(1)
})

test('Deleting asks for it too, also when the time runs out while somebody types', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await page.getByRole('textbox', { name: 'Type liwei to delete' }).fill('liwei')
  await expect(page.getByRole('button', { name: 'Delete Li Wei' })).toBeVisible()
  await expect(page.getByText(once)).toHaveCount(0)

  // The page learns that little is left, and then sees it pass by itself.
  moveSessions(world, { proved: -4 * 60 - 30 })
  await page.clock.fastForward(nextAsk)
  await page.clock.fastForward(30_000)
  moveSessions(world, { proved: tooOld })
  await expect(page.getByRole('button', { name: 'Sign in and continue' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in and continue' }).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Delete Li Wei?' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('HR-2231')
  await expect(page.getByRole('button', { name: 'Delete Li Wei' })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
  expect(writesIn(await world.ledger())).toEqual([])
})

test('Where the page thought otherwise, the refusal leads to the same', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await askToResign(page)
  await give(page)
  moveSessions(world, { proved: tooOld })
  await page.getByRole('button', { name: 'Resign Li Wei' }).click()
  await expect(page.getByText(once)).toBeVisible()
  await expectGiven(page)
  await page.getByRole('button', { name: 'Sign in and continue' }).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(page.getByRole('button', { name: 'Resign Li Wei' })).toBeVisible()
  await expectGiven(page)
  expect(writesIn(await world.ledger())).toEqual([])
})

test('Whoever comes back without having signed in is told so in the question', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  moveSessions(world, { proved: tooOld })
  await page.clock.fastForward(nextAsk)
  await askToResign(page)
  await give(page)
  const { href } = new URL(page.url())
  await page.getByRole('button', { name: 'Sign in and continue' }).click()
  await expect(page.getByRole('button', { name: 'Chen Jing' })).toBeVisible()
  // As a provider sends somebody back who gave up.
  await page.goto(`${world.url}/auth/callback?error=access_denied&state=forgotten`)
  await expect(page.getByText(`Signing in did not succeed. ${once}`)).toBeVisible()
  await expectGiven(page)
  expect(page.url()).toBe(href)
})

test('Somebody else who signs in there takes over nothing', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  moveSessions(world, { proved: tooOld })
  await page.clock.fastForward(nextAsk)
  await askToResign(page)
  await give(page)
  await page.getByRole('button', { name: 'Sign in and continue' }).click()
  await page.getByRole('button', { name: 'Lin Mei' }).click()
  await expect(page.getByRole('button', { name: 'Lin Mei' })).toBeVisible()
  await expect(page).toHaveURL(`${world.url}/users`)
  await expect(page.getByRole('table', { name: 'Directory' })).toBeVisible()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('HR-2231')
})

test('A user who has changed meanwhile is read again, and the words are typed anew', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  moveSessions(world, { proved: tooOld })
  await page.clock.fastForward(nextAsk)
  await askToResign(page)
  await give(page)
  await page.getByRole('button', { name: 'Sign in and continue' }).click()
  const { userId } = await world.person('li-wei')
  await world.genauth.updateUser({ userId, name: 'Li Wei-Chen' })
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(page.getByText(/^This user has changed since you typed\./)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('HR-2231')
  await expect(page.getByRole('textbox', { name: 'Type liwei to' })).toHaveValue('')
  await expect(page.getByText('Waiting for the username')).toBeVisible()
})

test('A provider that does not say when somebody signed in is named, and nothing is sent', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  moveSessions(world, { proved: null })
  await page.clock.fastForward(nextAsk)
  await askToResign(page)
  await give(page)
  await page.getByRole('button', { name: 'Resign Li Wei' }).click()
  const told = page.getByRole('alertdialog').getByRole('alert')
  await expect(told).toContainText('does not say when you last signed in (auth_time)')
  await expect(told).toContainText(world.provider)
  expect(writesIn(await world.ledger())).toEqual([])
})
