import { openPerson } from './open-person.ts'
import { setStatus } from './status.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('Somebody who was suspended elsewhere is given back, and is active again', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('fang-yi')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'fangyi', 'Fang Yi')
  await expect(page.getByText('Suspended 20 Oct 2025 02:00, not from here.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Reactivate' }).click()

  const dialog = page.getByRole('alertdialog', { name: 'Reactivate Fang Yi?' })
  await expect(dialog).toContainText('The account gets back the status that it had;')
  await expect(dialog).toContainText('Departments, roles and groups stay as they are.')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Reactivate Fang Yi' }).click()

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Checked at' })).toHaveText(
    /^Reactivated\. Checked at \d\d:\d\d:\d\d: status Activated\.$/,
  )
  await expect(page.getByText(/not from here/)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reactivate' })).toBeHidden()
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveText([
    /Reactivated by Chen Jing.*Done$/,
  ])
  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'update-user-batch',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'reactivated' },
    },
  ])
})

test('A disabled account is neither suspended nor given back; it can be resigned', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('gao-xiang')
  await setStatus(world, userId, 'DEACTIVATED')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  await expect(page.getByRole('button', { name: 'Resign…' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Suspend|Reactivate)/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Resign…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Resign Gao Xiang?' })
  await expect(dialog.getByLabel('Type gaoxiang to continue')).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Suspend instead' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await setStatus(world, userId, 'ARCHIVED')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('button', { name: 'Delete…' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: /^(Suspend|Reactivate|Resign|More actions)/ }),
  ).toHaveCount(0)
})
