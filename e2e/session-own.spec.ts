import { expectNothingSerious } from './axe.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'

test('People see where they are signed in, and end it elsewhere', async ({
  page,
  another,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const others = [await another(), await another(), await another()]
  for (const other of others) {
    await other.clock.install()
    await signIn(other, 'Chen Jing', world)
  }
  const stranger = await another()
  await signIn(stranger, 'Lin Mei', world)

  const menu = page.getByRole('button', { name: 'Chen Jing' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Your sessions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your sessions' })
  const sessions = dialog.getByRole('listitem')
  await expect(sessions).toHaveCount(4)
  await expect(sessions.first()).toContainText(/^Chrome \d+ on LinuxThis one/)
  await expect(sessions.first().getByRole('button')).toHaveCount(0)
  await expectNothingSerious(page)

  await sessions
    .nth(1)
    .getByRole('button', { name: /^End the session in Chrome/ })
    .click()
  await expect(sessions).toHaveCount(3)
  await expect(dialog.getByRole('status').last()).toHaveText('The session was ended.')
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await dialog.getByRole('button', { name: 'End all others' }).click()
  await expect(dialog.getByText('There is no other session.')).toBeVisible()
  await expect(sessions).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: 'End all others' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()

  // Without anybody doing anything there: a page asks every fifteen seconds.
  for (const other of others) {
    await other.clock.fastForward(15_000)
    await expect(other.getByRole('alertdialog')).toContainText('Your session has ended.')
  }
  await openPerson(stranger, 'liwei', 'Li Wei')
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
