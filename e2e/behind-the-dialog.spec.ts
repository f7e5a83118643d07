import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('Somebody else resigned them behind the dialog: the difference is shown and nothing is sent', async ({
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
  const reason = dialog.getByLabel('Reason or ticket (required)')
  const words = dialog.getByLabel('Type gaoxiang to delete')
  const remove = dialog.getByRole('button', { name: 'Delete Gao Xiang' })
  await expect(dialog).toContainText('Gao Xiang is still active')
  await reason.fill('HR-2231')
  await words.fill('gaoxiang')

  await world.genauth.resignUser({ userId })
  const before = writesIn(await world.ledger())
  await remove.click()
  const difference = dialog.getByRole('alert')
  await expect(difference).toContainText(
    'Gao Xiang has changed since you opened this. Nothing was sent. Look at the difference, then confirm again.',
  )
  await expect(difference.getByRole('row', { name: 'Status Activated Resigned' })).toBeVisible()
  await expect(difference.getByRole('row', { name: /^Roles .*nothing$/ })).toBeVisible()
  await expect(dialog).not.toContainText('Gao Xiang is still active')
  expect(writesIn(await world.ledger())).toEqual(before)

  // The words were typed for the account as it was; the reason still holds.
  await expect(reason).toHaveValue('HR-2231')
  await expect(words).toHaveValue('')
  await expect(remove).toBeDisabled()
  await words.fill('gaoxiang')
  await remove.click()
  await expect(page.getByText(/^Deleted\. Checked at/)).toBeVisible()
  expect(writesIn(await world.ledger()).slice(before.length)).toEqual([
    {
      call: 'delete-users-batch',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'deleted' },
    },
  ])
})

test('A change that concerns another part than the dialog is still shown before anything is sent', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('tan-xin')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'tanxin', 'Tan Xin')
  await page.getByRole('button', { name: 'Delete relation Active Directory' }).first().click()
  const dialog = page.getByRole('alertdialog', { name: /^Delete the Active Directory relation/ })
  const confirm = dialog.getByRole('button', { name: 'Delete relation' })
  await dialog.getByLabel('Reason (required)').fill('HR-2232')

  await world.genauth.updateUser({ userId, nickname: '谭新' })
  await world.genauth.deleteUserSyncRelations({ userId, provider: 'lark' })
  const before = writesIn(await world.ledger())
  await confirm.click()
  const difference = dialog.getByRole('alert')
  await expect(difference.getByRole('row', { name: 'Other name 谭欣 谭新' })).toBeVisible()
  await expect(
    difference.getByRole('row', { name: 'Sync relations lark:ou_2b9d66f1c0a84e37 nothing' }),
  ).toBeVisible()
  expect(writesIn(await world.ledger())).toEqual(before)

  await confirm.click()
  await expect(page.getByText(/^Active Directory relation deleted\./)).toBeVisible()
  expect(
    writesIn(await world.ledger())
      .slice(before.length)
      .map(({ call }) => call),
  ).toEqual(['delete-user-sync-relations'])
  await expect(page.getByText('No directory is connected.')).toBeVisible()
})

test('What was to be unlinked is gone meanwhile: there is nothing left to confirm', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('gao-xiang')
  const { data } = await world.genauth.getUserIdentities({ userId })
  const gitHub = data.find(({ provider }) => provider === 'github')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  await page.getByRole('button', { name: 'Unlink source GitHub' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Unlink GitHub from Gao Xiang?' })
  const confirm = dialog.getByRole('button', { name: 'Unlink GitHub' })

  await world.genauth.unlinkIdentity({ userId, extIdpId: gitHub?.extIdpId ?? '' })
  const before = writesIn(await world.ledger())
  await confirm.click()
  await expect(
    dialog.getByRole('row', { name: 'Identities GitHub generic 48211907 nothing' }),
  ).toBeVisible()
  await expect(dialog.getByText('Nothing is left to unlink.')).toBeVisible()
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /^Unlink source / })).toHaveCount(2)
  expect(writesIn(await world.ledger())).toEqual(before)
})
