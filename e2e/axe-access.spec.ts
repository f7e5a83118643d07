import type { Page } from '@playwright/test'
import { expectNothingSerious } from './axe.ts'
import { newBatch, untilChecked } from './list.ts'
import { moveSessions } from './older.ts'
import { expect, test } from './test.ts'
import type { World } from './world.ts'

test.use({ own: { users: 60, product: { APPROVAL_ABOVE: '2' } } })

/** A list of three, which is one more than one person may act on alone. */
async function listThree(page: Page, world: World): Promise<void> {
  const people = await Promise.all(['bai-lu', 'gu-yan', 'peng-fei'].map((key) => world.person(key)))
  await newBatch(page, 'Suspend')
  await page
    .getByRole('textbox', { name: /^Paste/ })
    .fill(people.map(({ userId }) => userId).join('\n'))
  await page.getByRole('button', { name: 'Add 3 lines' }).click()
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await untilChecked(page, 3)
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go on with 3' }).click()
  await page.getByRole('textbox', { name: 'Type suspend 3 to ask for approval' }).fill('suspend 3')
  await page.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(page.getByText('Waits for a second person')).toBeVisible()
}

test('Nothing serious while two people agree about a list', async ({
  page,
  context,
  signIn,
  ownWorld: world,
}) => {
  test.setTimeout(360_000)
  await signIn(page, 'Chen Jing', world)
  await listThree(page, world)
  await page.getByRole('button', { name: 'Go on with 3' }).click()
  await expect(page.getByText(/^A second person has to approve this: /)).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await ask(page)
  const address = page.url()
  await expectNothingSerious(page)

  await context.clearCookies()
  await signIn(page, 'Wang Lan', world)
  await page.goto(address)
  await expect(page.getByRole('textbox', { name: 'Type suspend 3 to approve' })).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Decline…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toBeVisible()
  await expectNothingSerious(page, { onPhone: false })
  await dialog.getByRole('textbox').fill('Gu Yan stays until December.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(dialog).toBeHidden()
  await expectNothingSerious(page)

  await context.clearCookies()
  await signIn(page, 'Chen Jing', world)
  await page.goto(address)
  await expect(page.getByText('Gu Yan stays until December.')).toBeVisible()
  await expectNothingSerious(page)
  await ask(page)
  await context.clearCookies()
  await signIn(page, 'Wang Lan', world)
  await page.goto(address)
  await page.getByRole('textbox', { name: 'Type suspend 3 to approve' }).fill('suspend 3')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByText('Approved. Chen Jing starts it.')).toBeVisible()
  await expectNothingSerious(page)

  await context.clearCookies()
  await signIn(page, 'Chen Jing', world)
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  await expectNothingSerious(page)
})

test('Nothing serious as everything is stopped, and allowed again', async ({
  page,
  context,
  signIn,
  ownWorld: world,
}) => {
  const dialog = page.getByRole('alertdialog')
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await page.getByRole('menuitem', { name: 'Stop everything…' }).click()
  await expect(dialog).toHaveAccessibleName('Stop everything?')
  await expectNothingSerious(page)
  await dialog.getByRole('textbox').fill('The list of November is wrong.')
  await dialog.getByRole('button', { name: 'Stop everything' }).click()
  const band = page.getByRole('alert').filter({ hasText: /^Everything is stopped since/ })
  await expect(band).toContainText('The list of November is wrong.')
  await expectNothingSerious(page)
  await newBatch(page, 'Resign')
  await expect(band).toBeVisible()
  await expectNothingSerious(page)

  await context.clearCookies()
  await signIn(page, 'Wang Lan', world)
  await expectNothingSerious(page)
  await band.getByRole('button', { name: 'Allow again…' }).click()
  await expect(dialog).toHaveAccessibleName('Allow acts again?')
  await expectNothingSerious(page)
  await dialog.getByRole('button', { name: 'Allow again' }).click()
  await expect(band).toBeHidden()
})

test('Nothing serious where a list wants somebody who has just signed in', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const people = await Promise.all(['bai-lu', 'gu-yan'].map((key) => world.person(key)))
  await newBatch(page, 'Resign')
  await page
    .getByRole('textbox', { name: /^Paste/ })
    .fill(people.map(({ userId }) => userId).join('\n'))
  await page.getByRole('button', { name: 'Add 2 lines' }).click()
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await untilChecked(page, 2)
  moveSessions(world, { proved: -6 * 60 })
  await page.reload()
  await page
    .getByRole('button', { name: 'Open the check' })
    .or(page.getByRole('button', { name: /^Go on with/ }))
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^Sign in and/ })).toBeVisible()
  await expectNothingSerious(page)
})
