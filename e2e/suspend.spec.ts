import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('Somebody is suspended in one dialog, and the panel says by whom and why', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()

  const dialog = page.getByRole('alertdialog', { name: 'Suspend Li Wei?' })
  await expect(dialog).toContainText(
    'Sign-in is blocked. Departments, roles and groups stay. You can reactivate at any time.',
  )
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(dialog.getByRole('textbox')).toHaveCount(1)
  expect(writesIn(await world.ledger())).toEqual([])
  await dialog.getByLabel('Reason (optional)').fill('HR-2231: under review')
  await dialog.getByRole('button', { name: 'Suspend Li Wei' }).click()

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Suspended.' })).toHaveText(
    /^Suspended\. Checked at \d\d:\d\d:\d\d\.$/,
  )
  const keptHere = async () => {
    await expect(
      page.getByText(/^Suspended .+ by Chen Jing\. Reason: HR-2231: under review$/),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: 'Reactivate' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeHidden()
    const history = page.getByRole('region', { name: 'History' })
    await expect(history.getByRole('listitem')).toHaveText([
      /Suspended by Chen Jing.*HR-2231: under review.*Done$/,
    ])
  }
  await keptHere()
  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'update-user-batch',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'suspended' },
    },
  ])
  await page.reload()
  await keptHere()
})
