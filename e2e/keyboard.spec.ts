import type { Locator, Page } from '@playwright/test'
import { showLeavers } from './deletion.ts'
import { expect, test } from './test.ts'
import { touchedIn } from './witness.ts'

// Whoever presses Tab passes everybody on the page.
test.use({ own: { users: 20 } })

/** Presses Tab until it stands there; whatever cannot be reached so fails. */
async function tabTo(page: Page, where: Locator): Promise<void> {
  await expect(where).toBeVisible()
  const isThere = () => where.evaluate((element) => element === document.activeElement)
  for (let pressed = 0; pressed < 250 && !(await isThere()); pressed += 1) {
    await page.keyboard.press('Tab')
  }
  await expect(where).toBeFocused()
}

test('Without a mouse: somebody is looked up and opened, and each question gives the focus back', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'Chen Jing')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('liwei')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Li Wei' })).toBeVisible()

  const questions = [
    { opener: page.getByRole('button', { name: 'Suspend', exact: true }), asks: 'Suspend Li Wei?' },
    { opener: page.getByRole('button', { name: 'Resign…' }), asks: 'Resign Li Wei?' },
    { opener: page.getByRole('button', { name: /^Unlink.*Feishu/ }), asks: 'Unlink Feishu' },
    { opener: page.getByRole('button', { name: /^Delete relation/ }), asks: 'Delete the Feishu' },
  ]
  const dialog = page.getByRole('alertdialog')
  for (const { opener, asks } of questions) {
    await tabTo(page, opener)
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveAccessibleName(new RegExp(`^${asks.replace('?', '\\?')}`))
    // On the words to type, else on Cancel: Enter does no harm.
    await expect(dialog.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(opener).toBeFocused()
  }

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  const more = page.getByRole('button', { name: 'More actions' })
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'End sessions' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveAccessibleName('Delete Li Wei?')
  await expect(dialog.getByLabel('Type liwei to delete')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(more).toBeFocused()
})

test('Without a mouse: rows are ticked, a batch is checked, confirmed and started', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await showLeavers(page)
  const { userId } = await world.person('ma-chao')
  await tabTo(page, page.getByRole('checkbox', { name: 'Select Ma Chao' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Delete…' }))
  await page.keyboard.press('Enter')
  const goOn = page.getByRole('button', { name: 'Go on with 1' })
  await expect(goOn).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const discard = page.getByRole('button', { name: 'Discard draft' })
  await tabTo(page, discard)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog', { name: 'Discard this draft?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(discard).toBeFocused()
  await tabTo(page, goOn)
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByRole('textbox', { name: 'Reason or ticket' }))
  await page.keyboard.type('HR-2231')
  await tabTo(page, page.getByRole('textbox', { name: 'Type delete 1 to start' }))
  await page.keyboard.type('delete 1')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { level: 1, name: '1 deleted and checked.' }),
  ).toBeVisible()
  expect(touchedIn(await world.ledger())).toEqual([userId])
})
