import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('Two relations of one provider go together, for a reason, and the third stays', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('tan-xin')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'tanxin', 'Tan Xin')
  const relations = page.getByRole('region', { name: 'Sync relations' })
  await expect(relations).toContainText('the directory may change or bring back this user')
  await expect(
    relations.getByRole('button', { name: /^Delete relation Active Directory, tanxin/ }),
  ).toHaveCount(2)
  await relations
    .getByRole('button', {
      name: 'Delete relation Active Directory, tanxin-adm@corp.hanlin.example',
    })
    .click()

  const dialog = page.getByRole('alertdialog', {
    name: 'Delete the Active Directory relation of Tan Xin?',
  })
  await expect(dialog).toContainText('All 2 relations of Active Directory go:')
  await expect(dialog.getByRole('listitem')).toContainText([
    'tanxin@corp.hanlin.example',
    'tanxin-adm@corp.hanlin.example',
  ])
  await expect(dialog).toContainText('The next sync may connect them again or create a second')
  const confirm = dialog.getByRole('button', { name: 'Delete relation' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(confirm).toBeDisabled()
  await expect(dialog.getByText('Waiting for a reason')).toBeVisible()
  const reason = dialog.getByLabel('Reason (required)')
  await reason.fill('   ')
  await reason.press('Enter')
  await expect(confirm).toBeDisabled()
  expect(writesIn(await world.ledger())).toEqual([])

  await reason.fill('HR-2231: moved to another forest')
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(relations.getByRole('status')).toHaveText(
    /^Active Directory relation deleted\. Checked at \d\d:\d\d:\d\d: 0 relations are left\.$/,
  )
  await expect(relations.getByRole('article')).toHaveCount(1)
  await expect(relations).toContainText('ou_2b9d66f1c0a84e37')
  await expect(page.getByText('HR-2231: moved to another forest')).toBeVisible()

  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'delete-user-sync-relations',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'relation_deleted' },
    },
  ])
  const { data } = await world.genauth.getUserSyncRelations({ userId, userIdType: 'user_id' })
  expect(data.map(({ provider }) => provider)).toEqual(['lark'])
})

test('A relation that names no provider cannot be deleted from here', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Chen Jing')
  await openPerson(page, 'renjie', 'Ren Jie')
  const relations = page.getByRole('region', { name: 'Sync relations' })
  const unknown = relations.getByRole('article').filter({ hasText: 'renjie-0091' })
  await expect(unknown).toContainText('Unknown source — cannot be deleted from here')
  await expect(unknown.getByRole('button', { name: 'Copy ID at the unknown source' })).toBeVisible()
  await expect(relations.getByRole('button', { name: /delete/i })).toHaveAccessibleName(
    'Delete relation DingTalk directory',
  )
  expect(writesIn(await world.ledger())).toEqual([])
})
