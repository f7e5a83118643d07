import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('An account is deleted only by whoever types its username, and what was kept stays', async ({
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
  await expect(dialog).toContainText(
    'The account, profile, identities and history in GenAuth are erased. This cannot be undone.',
  )
  await expect(dialog).toContainText('Gao Xiang is still active, and has never signed in.')
  const words = dialog.getByLabel('Type gaoxiang to delete')
  const remove = dialog.getByRole('button', { name: 'Delete Gao Xiang' })
  await expect(words).toBeFocused()
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2240')
  for (const wrong of ['', 'gao xiang', 'gaoxian', 'delete gaoxiang']) {
    await words.fill(wrong)
    await words.press('Enter')
    await remove.click({ force: true })
    await expect(remove).toBeDisabled()
    await expect(dialog.getByText('Waiting for the username')).toBeVisible()
  }
  expect(writesIn(await world.ledger())).toEqual([])

  await words.fill('gaoxiang')
  await expect(dialog.getByText('Matches')).toBeVisible()
  await remove.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Deleted. Checked at' })).toHaveText(
    /^Deleted\. Checked at \d\d:\d\d:\d\d: GenAuth no longer finds this user\.$/,
  )
  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'delete-users-batch',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'deleted' },
    },
  ])

  const keptHere = async () => {
    await expect(page.getByText('This user no longer exists.')).toBeVisible()
    const snapshot = page.getByRole('region', { name: /^Last snapshot, / })
    await expect(snapshot).toContainText('Gao Xiang')
    await expect(snapshot).toContainText(userId)
    await expect(snapshot).toContainText('gao.xiang@hanlin.example')
    const history = page.getByRole('region', { name: 'History' })
    await expect(history.getByRole('listitem')).toHaveText([/Deleted by Chen Jing.*HR-2240.*Done$/])
    await expect(page.getByRole('button', { name: /^(Resign|Delete)/ })).toBeHidden()
  }
  await keptHere()
  await page.reload()
  await keptHere()
})

test('A double click deletes once, and nothing closes the dialog while it is being sent', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  // His deletion is never answered, so that it takes a while until it is known to be done.
  const { userId } = await world.person('timeout-theo')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'timeouttheo', 'Timeout Theo')
  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete Timeout Theo?' })
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2241')
  await dialog.getByLabel('Type timeouttheo to delete').fill('timeouttheo')
  await dialog.getByRole('button', { name: 'Delete Timeout Theo' }).dblclick()
  await expect(dialog.getByRole('button', { name: 'Deleting…' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()

  await expect(page.getByText(/^Deleted\. Checked at/)).toBeVisible()
  expect(writesIn(await world.ledger()).map(({ call, ids }) => ({ call, ids }))).toEqual([
    { call: 'delete-users-batch', ids: [userId] },
  ])
})
