import type { Page } from '@playwright/test'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

async function openMenu(page: Page) {
  await page.getByRole('button', { name: 'More actions' }).click()
  return page.getByRole('menu')
}

test('Somebody is signed out of every app, and each of them was listed', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  const menu = await openMenu(page)
  await expect(menu.getByRole('menuitem')).toHaveText(['End sessions', 'Delete…', 'Add to batch'])
  await menu.getByRole('menuitem', { name: 'End sessions' }).click()

  const dialog = page.getByRole('alertdialog', { name: 'End 4 sessions of Li Wei?' })
  await expect(dialog).toContainText('They are signed out of these apps:')
  await expect(dialog.getByRole('listitem')).toHaveCount(4)
  await expect(dialog).toContainText('Signing in again stays possible.')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused()
  expect(writesIn(await world.ledger())).toEqual([])

  await (await openMenu(page)).getByRole('menuitem', { name: 'End sessions' }).click()
  await dialog.getByRole('button', { name: 'End 4 sessions' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Checked at' })).toHaveText(
    /^Sessions ended\. Checked at \d\d:\d\d:\d\d: 0 sessions\.$/,
  )
  await expect(page.getByRole('button', { name: 'Signed-in apps 0' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveText([
    /Sessions ended by Chen Jing.*Done$/,
  ])
  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'kick-users',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'kicked' },
    },
  ])

  // Nobody is signed in any more: there is nothing to offer.
  await expect((await openMenu(page)).getByRole('menuitem')).toHaveText(['Delete…', 'Add to batch'])
})

test('Apps that could not be read keep the act closed, and it leads to where they are read again', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await world.switches({ faults: [{ call: 'get-user-loggedin-apps', userId, behave: '500' }] })
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  const item = (await openMenu(page)).getByRole('menuitem', { name: 'End sessions' })
  await expect(item).toBeDisabled()
  await expect(item).toHaveAttribute('title', 'The signed-in apps are not loaded. Load them first.')
  await item.click({ force: true })
  await expect(page.getByRole('region', { name: 'Access' })).toBeFocused()
  await expect(page.getByRole('alertdialog')).toBeHidden()

  // Resigning stays open, and says that nobody could count them.
  await page.getByRole('button', { name: 'Resign…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Resign Li Wei?' })
  const end = dialog.getByRole('checkbox', { name: /^End all active sessions/ })
  await expect(end).toBeChecked()
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await dialog.getByLabel('Type liwei to continue').fill('liwei')
  await dialog.getByRole('button', { name: 'Resign Li Wei' }).click()
  await expect(dialog.getByRole('alert')).toContainText('GenAuth')
  expect(writesIn(await world.ledger())).toEqual([])
  await end.uncheck()
  await dialog.getByRole('button', { name: 'Resign Li Wei' }).click()
  await expect(page.getByText(/^Resigned\. Checked at/)).toBeVisible()
  expect(writesIn(await world.ledger()).map(({ call }) => call)).toEqual(['resign-user'])
})

test('Sessions that survive are counted, not hidden', async ({ page, signIn, ownWorld: world }) => {
  const { userId } = await world.person('li-wei')
  await world.switches({ faults: [{ call: 'kick-users', userId, behave: 'lie' }] })
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await (await openMenu(page)).getByRole('menuitem', { name: 'End sessions' }).click()
  await page.getByRole('button', { name: 'End 4 sessions' }).click()
  const result = page.getByRole('status').filter({ hasText: 'Sent, but not confirmed.' })
  await expect(result).toContainText('4 sessions are still there.')
  await world.switches({ faults: [] })
  await expect(result.getByRole('button', { name: 'Check again' })).toBeVisible()
})

test('A resignation ends the sessions first, and says so', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  // Resigning alone is not known to end sessions.
  await world.switches({ policy: 'resign-keeps=identities,sync,sessions' })
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Resign…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Resign Li Wei?' })
  await expect(dialog.getByRole('checkbox', { name: 'End 4 active sessions' })).toBeChecked()
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await dialog.getByLabel('Type liwei to continue').fill('liwei')
  await dialog.getByRole('button', { name: 'Resign Li Wei' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Checked at' })).toHaveText(
    /: status Resigned, 0 departments, 0 roles, 0 groups, 0 positions, 0 authorizations, 0 sessions\.$/,
  )
  expect(writesIn(await world.ledger()).map(({ call, effects }) => ({ call, effects }))).toEqual([
    { call: 'kick-users', effects: { [userId]: 'kicked' } },
    { call: 'resign-user', effects: { [userId]: 'resigned' } },
  ])
})

test('A deletion ends sessions only where somebody ticks it', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await (await openMenu(page)).getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete Li Wei?' })
  const end = dialog.getByRole('checkbox', { name: 'End 4 active sessions' })
  await expect(end).not.toBeChecked()
  await end.check()
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await dialog.getByLabel('Type liwei to delete').fill('liwei')
  await dialog.getByRole('button', { name: 'Delete Li Wei' }).click()
  await expect(page.getByText(/^Deleted\. Checked at/)).toBeVisible()
  expect(writesIn(await world.ledger()).map(({ call, effects }) => ({ call, effects }))).toEqual([
    { call: 'kick-users', effects: { [userId]: 'kicked' } },
    { call: 'delete-users-batch', effects: { [userId]: 'deleted' } },
  ])
})
