import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('From deleting over resigning to suspending: the reason is kept, the words are not', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  const more = page.getByRole('button', { name: 'More actions' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()

  const deletion = page.getByRole('alertdialog', { name: 'Delete Li Wei?' })
  await deletion.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await deletion.getByLabel('Type liwei to delete').fill('liwei')
  await expect(deletion.getByRole('button')).toHaveText([
    'Cancel',
    'Resign instead',
    'Delete Li Wei',
  ])
  await deletion.getByRole('button', { name: 'Resign instead' }).click()

  const resignation = page.getByRole('alertdialog', { name: 'Resign Li Wei?' })
  await expect(deletion).toBeHidden()
  await expect(resignation.getByLabel('Reason or ticket (required)')).toHaveValue('HR-2231')
  const words = resignation.getByLabel('Type liwei to continue')
  await expect(words).toHaveValue('')
  await expect(words).toBeFocused()
  await expect(resignation.getByRole('button', { name: 'Resign Li Wei' })).toBeDisabled()
  await resignation.getByLabel('Reason or ticket (required)').fill('HR-2231: not yet')
  await resignation.getByRole('button', { name: 'Suspend instead' }).click()

  const suspension = page.getByRole('alertdialog', { name: 'Suspend Li Wei?' })
  await expect(resignation).toBeHidden()
  await expect(suspension.getByLabel('Reason (optional)')).toHaveValue('HR-2231: not yet')
  await expect(suspension.getByRole('button', { name: 'Cancel' })).toBeFocused()
  expect(writesIn(await world.ledger())).toEqual([])
  // Leaving gives the focus back to where it all began.
  await page.keyboard.press('Escape')
  await expect(suspension).toBeHidden()
  await expect(more).toBeFocused()

  // The same where nothing has to be loaded before the next question can be asked.
  await more.click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await deletion.getByRole('button', { name: 'Resign instead' }).click()
  await expect(words).toBeFocused()
  await resignation.getByRole('button', { name: 'Suspend instead' }).click()
  await expect(suspension.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()

  await page.getByRole('button', { name: 'Resign…' }).click()
  await expect(resignation.getByLabel('Reason or ticket (required)')).toHaveValue('')
  await resignation.getByLabel('Reason or ticket (required)').fill('HR-2240')
  await resignation.getByRole('button', { name: 'Suspend instead' }).click()
  await suspension.getByRole('button', { name: 'Suspend Li Wei' }).click()
  await expect(page.getByText(/^Suspended\. Checked at/)).toBeVisible()
  await expect(page.getByText(/^Suspended .+ by Chen Jing\. Reason: HR-2240$/)).toBeVisible()
  expect(writesIn(await world.ledger()).map(({ effects }) => effects)).toEqual([
    { [userId]: 'suspended' },
  ])

  // Suspended already: no softer way is left but to leave it at that.
  await page.getByRole('button', { name: 'Resign…' }).click()
  await expect(resignation.getByRole('button')).toHaveText([
    /^Show all/,
    /Sync/,
    'Cancel',
    'Resign Li Wei',
  ])
})

test('Whoever was resigned behind the dialog cannot be resigned instead', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('gao-xiang')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete Gao Xiang?' })
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await dialog.getByLabel('Type gaoxiang to delete').fill('gaoxiang')
  await world.genauth.resignUser({ userId })
  await dialog.getByRole('button', { name: 'Delete Gao Xiang' }).click()
  await expect(dialog.getByRole('row', { name: 'Status Activated Resigned' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Resign instead' })).toHaveCount(0)
})

test('The softer question shows the user as they are by then', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('gao-xiang')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  await page.getByRole('button', { name: 'Resign…' }).click()
  const resignation = page.getByRole('alertdialog', { name: 'Resign Gao Xiang?' })
  await resignation.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await resignation.getByLabel('Type gaoxiang to continue').fill('gaoxiang')
  await world.genauth.updateUser({ userId, nickname: '高翔宇' })
  await resignation.getByRole('button', { name: 'Resign Gao Xiang' }).click()
  await expect(resignation.getByRole('row', { name: 'Other name 高翔 高翔宇' })).toBeVisible()
  await resignation.getByRole('button', { name: 'Suspend instead' }).click()
  const suspension = page.getByRole('alertdialog', { name: 'Suspend Gao Xiang?' })
  await expect(suspension).toContainText('高翔宇')
  await suspension.getByRole('button', { name: 'Suspend Gao Xiang' }).click()
  await expect(page.getByText(/^Suspended\. Checked at/)).toBeVisible()
})

test('Suspending instead of resigning, in Chinese', async ({ page, signIn, ownWorld: world }) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('button', { name: '切换到中文' }).click()
  await openPerson(page, 'liwei', '李伟')
  await page.getByRole('button', { name: '更多操作' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['结束会话', '彻底删除…', '加入批次'])
  await page.getByRole('menuitem', { name: '彻底删除…' }).click()
  const deletion = page.getByRole('alertdialog', { name: '彻底删除李伟？' })
  await deletion.getByLabel('原因或工单号 （必填）').fill('HR-2231')
  await deletion.getByRole('button', { name: '改为办理离职' }).click()
  const resignation = page.getByRole('alertdialog', { name: '为李伟办理离职？' })
  await expect(resignation.getByLabel('结束 4 个活动会话')).toBeChecked()
  await resignation.getByRole('button', { name: '改为停用' }).click()
  const suspension = page.getByRole('alertdialog', { name: '停用李伟？' })
  await expect(suspension.getByLabel('原因 （选填）')).toHaveValue('HR-2231')
  await suspension.getByRole('button', { name: '停用李伟' }).click()
  await expect(page.getByText(/^已停用。\d\d:\d\d:\d\d 核实。$/)).toBeVisible()
  expect(writesIn(await world.ledger()).map(({ effects }) => effects)).toEqual([
    { [userId]: 'suspended' },
  ])
})
