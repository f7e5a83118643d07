import { expectNothingSerious } from './axe.ts'
import { expect, test } from './test.ts'

test('People see where they are signed in, and end it elsewhere', async ({
  page,
  browser,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const elsewhere = await browser.newContext()
  const others = [await elsewhere.newPage(), await (await browser.newContext()).newPage()]
  for (const other of others) await signIn(other, 'Chen Jing', world)
  const stranger = await (await browser.newContext()).newPage()
  await signIn(stranger, 'Lin Mei', world)

  const menu = page.getByRole('button', { name: 'Chen Jing' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Your sessions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your sessions' })
  const sessions = dialog.getByRole('listitem')
  await expect(sessions).toHaveCount(3)
  await expect(sessions.first()).toContainText(/^Chrome \d+ on LinuxThis one/)
  await expect(sessions.first().getByRole('button')).toHaveCount(0)
  await expectNothingSerious(page)

  await sessions
    .nth(1)
    .getByRole('button', { name: /^End the session in Chrome/ })
    .click()
  await expect(sessions).toHaveCount(2)
  await expect(dialog.getByRole('status').last()).toHaveText('The session was ended.')
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await sessions.nth(1).getByRole('button', { name: /^End/ }).click()
  await expect(dialog.getByText('There is no other session.')).toBeVisible()
  await expect(sessions).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()

  // Without anybody doing anything there: a page asks every fifteen seconds.
  for (const other of others) {
    await expect(other.getByRole('alertdialog')).toContainText('Your session has ended.', {
      timeout: 40_000,
    })
  }
  await stranger.getByRole('searchbox').fill('liwei')
  await stranger.keyboard.press('Enter')
  await expect(stranger.getByRole('heading', { level: 2, name: 'Li Wei' })).toBeVisible()
})

test('All others are ended at once', async ({ page, browser, signIn, ownWorld: world }) => {
  await signIn(page, 'Chen Jing', world)
  for (const context of [await browser.newContext(), await browser.newContext()]) {
    await signIn(await context.newPage(), 'Chen Jing', world)
  }
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await page.getByRole('menuitem', { name: 'Your sessions' }).click()
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(page.getByText('There is no other session.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'End all others' })).toHaveCount(0)
})

test('Sessions that do not load say so, and are asked for again', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  const item = page.getByRole('menuitem', { name: 'Your sessions' })
  await expect(item).toBeVisible()
  await world.killProduct()
  await item.click()
  await expect(page.getByText('Your sessions did not load.')).toBeVisible()
  await world.startProduct()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
})
