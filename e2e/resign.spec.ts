import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test('A resignation shows what goes, asks for a reason and the username, and is read back', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Resign…' }).click()

  const dialog = page.getByRole('alertdialog', { name: 'Resign Li Wei?' })
  const words = dialog.getByLabel('Type liwei to continue')
  await expect(words).toBeFocused()
  await expect(dialog.getByRole('table', { name: 'Removed for good' }).getByRole('row')).toHaveText(
    [/^2departments/, /^5roles/, /^3groups/, /^1positionSenior engineer$/, /^41authorizations/],
  )
  await expect(dialog).toContainText('Kept: profile and identities; the account is disabled.')
  await expect(dialog.getByRole('checkbox', { name: 'End 4 active sessions' })).toBeChecked()
  await expect(dialog).toContainText('Still in Feishu sync: may come back.')
  await expect(dialog).toContainText('This cannot be undone. A snapshot is saved first.')
  await dialog.getByRole('button', { name: 'Show all 52' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'deployer' })).toBeVisible()

  const resign = dialog.getByRole('button', { name: 'Resign Li Wei' })
  await expect(dialog.getByText('Waiting for a reason and the username')).toBeVisible()
  await words.fill('liwei')
  await words.press('Enter')
  await expect(dialog.getByText('Waiting for a reason', { exact: true })).toBeVisible()
  await expect(resign).toBeDisabled()
  expect(writesIn(await world.ledger())).toEqual([])
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await resign.click()

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Resigned. Checked at' })).toHaveText(
    /^Resigned\. Checked at \d\d:\d\d:\d\d: status Resigned, 0 departments, 0 roles, 0 groups, 0 positions, 0 authorizations, 0 sessions\.$/,
  )
  await expect(page.getByText(/^Resigned .+ by Chen Jing\. Reason: HR-2231$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete…' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resign…' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'More actions' })).toBeHidden()
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByRole('listitem')).toHaveText([/Resigned by Chen Jing.*HR-2231.*Done$/])

  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'kick-users',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'kicked' },
    },
    {
      call: 'resign-user',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'resigned' },
    },
  ])
  await page.reload()
  await expect(page.getByText(/^Resigned .+ by Chen Jing\. Reason: HR-2231$/)).toBeVisible()
})

test('What could not be read keeps a resignation closed until somebody proceeds without it', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('gao-xiang')
  await world.switches({ faults: [{ call: 'get-user-roles', userId, behave: '500' }] })
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  const access = page.getByRole('region', { name: 'Access' })
  await expect(access).toContainText('Roles did not load')
  await expect(access).toContainText('Resign and Delete stay closed until this has loaded.')
  await expect(access.getByRole('button', { name: 'Departments 1' })).toBeVisible()

  const opener = page.getByRole('button', { name: 'Resign…' })
  const dialog = page.getByRole('alertdialog', { name: 'Resign Gao Xiang?' })
  await expect(opener).toBeDisabled()
  await opener.click({ force: true })
  await expect(access).toBeFocused()
  await expect(dialog).toBeHidden()
  await access.getByLabel('Proceed without this preview').check()
  await opener.click()
  await expect(dialog.getByLabel('Type gaoxiang to continue')).toBeFocused()
  await expect(dialog.getByRole('checkbox')).toHaveCount(0)

  await expect(dialog.getByRole('row', { name: '? roles could not be read' })).toBeVisible()
  await expect(dialog).toContainText('Part of what goes could not be read, and you proceed without')
  await dialog.getByLabel('Type gaoxiang to continue').fill('gaoxiang')
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2232')
  await dialog.getByRole('button', { name: 'Resign Gao Xiang' }).click()
  await expect(page.getByText(/^Resigned .+ by Chen Jing\. Reason: HR-2232$/)).toBeVisible()
  expect(writesIn(await world.ledger()).map(({ effects }) => effects)).toEqual([
    { [userId]: 'resigned' },
  ])

  // The snapshot says what it lacks, when it is all that is left.
  await world.genauth.deleteUsersBatch({ userIds: [userId] })
  await page.reload()
  await expect(page.getByRole('region', { name: 'Last snapshot' })).toContainText(
    'It lacks what could not be read then: roles.',
  )
})
