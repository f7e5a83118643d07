import { openPerson } from './open-person.ts'
import { setStatus } from './status.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('Somebody is suspended in one dialog, and the panel says since when, by whom and why', async ({
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
  await dialog.getByLabel('Reason (optional)').fill('HR-2231: under review')
  expect(writesIn(await world.ledger())).toEqual([])
  await dialog.getByRole('button', { name: 'Suspend Li Wei' }).dblclick()

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Checked at' })).toHaveText(
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

test('GenAuth claims to have suspended somebody who stays active: not confirmed, and looked at again', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await world.switches({ faults: [{ call: 'update-user-batch', userId, behave: 'lie' }] })
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByRole('button', { name: 'Suspend Li Wei' }).click()
  const result = page.getByRole('status').filter({ hasText: 'Sent, but not confirmed.' })
  await expect(result).toContainText('The account still shows Activated.')
  await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveText([
    /Suspend, asked for by Chen Jing.*Not confirmed$/,
  ])

  // Applied late, or by somebody else: looking again finds it, and sends nothing.
  const before = writesIn(await world.ledger())
  expect(before.map(({ effects }) => effects)).toEqual([{ [userId]: 'none' }])
  await world.switches({ faults: [] })
  await setStatus(world, userId, 'SUSPENDED')
  await result.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText(/^Suspended\. Checked at \d\d:\d\d:\d\d\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reactivate' })).toBeVisible()
  expect(writesIn(await world.ledger()).map(({ call }) => call)).toEqual([
    'update-user-batch',
    'update-user',
  ])
})

test('GenAuth refuses: nothing is claimed, and its number can be quoted', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await world.switches({ faults: [{ call: 'update-user-batch', userId, behave: '403' }] })
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByRole('button', { name: 'Suspend Li Wei' }).click()
  const result = page.getByRole('status').filter({ hasText: 'Not suspended.' })
  await expect(result).toContainText('GenAuth refused, and nothing changed.')
  await expect(result).toContainText('The account still shows Activated.')
  await expect(result.getByRole('button', { name: 'Copy GenAuth request id' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeVisible()
})

test('What somebody else did meanwhile is shown, and what is no longer to be done stays closed', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Suspend Li Wei?' })
  await setStatus(world, userId, 'SUSPENDED')
  const before = writesIn(await world.ledger())
  const suspend = dialog.getByRole('button', { name: 'Suspend Li Wei' })
  await suspend.click()
  await expect(
    dialog.getByRole('row', { name: 'Status Activated Suspended', exact: true }),
  ).toBeVisible()
  await expect(suspend).toBeDisabled()
  await expect(dialog.getByText('This status cannot be suspended.')).toBeVisible()
  await suspend.click({ force: true })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/^Suspended .+, not from here\.$/)).toBeVisible()
  expect(writesIn(await world.ledger())).toEqual(before)
})

test('Somebody is suspended in Chinese', async ({ page, signIn, ownWorld: world }) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('button', { name: '切换到中文' }).click()
  await openPerson(page, 'liwei', '李伟')
  await page.getByRole('button', { name: '停用', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: '停用李伟？' })
  await expect(dialog).toContainText('将禁止登录。部门、角色和用户组保留。您可以随时恢复。')
  await dialog.getByLabel('原因 （选填）').fill('离职前核查')
  await dialog.getByRole('button', { name: '停用李伟' }).click()
  await expect(page.getByText(/^已停用。\d\d:\d\d:\d\d 核实。$/)).toBeVisible()
  await expect(page.getByText(/^Chen Jing于 .+ 停用了该用户。原因：离职前核查$/)).toBeVisible()
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: '历史记录' })).toContainText(
    'Chen Jing停用了该用户',
  )
  expect(writesIn(await world.ledger()).map(({ effects }) => effects)).toEqual([
    { [userId]: 'suspended' },
  ])
})
