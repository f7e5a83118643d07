import type { Page } from '@playwright/test'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

async function deleteUser(page: Page, username: string, name: string): Promise<void> {
  await openPerson(page, username, name)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('alertdialog', { name: `Delete ${name}?` })
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await dialog.getByLabel(`Type ${username} to delete`).fill(username)
  await dialog.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(dialog).toBeHidden()
}

test('Gone Gina, who vanishes between reading and acting, ends as gone', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'gonegina', 'Gone Gina')
  await page.getByRole('button', { name: 'Resign…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Resign Gone Gina?' })
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await dialog.getByLabel('Type gonegina to continue').fill('gonegina')
  await dialog.getByRole('button', { name: 'Resign Gone Gina' }).click()
  await expect(dialog).toBeHidden()
  const result = page.getByRole('status').filter({ hasText: 'GenAuth did not find them any more' })
  await expect(result).toContainText('This user no longer exists.')
  await expect(page.getByText('Resigned.', { exact: true })).toBeHidden()
  const snapshot = page.getByRole('region', { name: /^Last snapshot, / })
  await expect(snapshot).toContainText('Gone Gina')
  await expect(page.getByRole('region', { name: 'History' })).toContainText('HR-2231')
  await expect(page.getByRole('button', { name: /^(Resign|Delete)/ })).toBeHidden()
})

test('Stubborn Stan, who survives a deletion that claims success, ends as not confirmed', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('stubborn-stan')
  await signIn(page, 'Chen Jing', world)
  await deleteUser(page, 'stubbornstan', 'Stubborn Stan')
  const result = page.getByRole('status').filter({ hasText: 'Sent, but not confirmed.' })
  await expect(result).toContainText('The account still shows Activated.')
  const before = (await world.ledger()).length
  await result.getByRole('button', { name: 'Check again' }).click()
  await expect.poll(async () => (await world.ledger()).length).toBeGreaterThan(before)
  await expect(result.getByRole('button', { name: 'Check again' })).toBeEnabled()
  await expect(result).toContainText('The account still shows Activated.')
  await expect(page.getByText(/^Deleted/)).toBeHidden()
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByRole('listitem')).toHaveText([
    /Delete, asked for by Chen Jing.*Not confirmed$/,
  ])

  // Sent once, by whoever asked; looking again only looks.
  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'delete-users-batch',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'none' },
    },
  ])
})

test('Timeout Tina, deleted although the call times out, ends as done without a second call', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('timeout-tina')
  await signIn(page, 'Chen Jing', world)
  await deleteUser(page, 'timeouttina', 'Timeout Tina')
  await expect(page.getByText(/^Deleted\. Checked at \d\d:\d\d:\d\d:/)).toBeVisible()
  await expect(page.getByText('This user no longer exists.')).toBeVisible()

  const sent = (await world.ledger()).filter(({ call }) => call === 'delete-users-batch')
  expect(sent.map(({ ids, effects, withheld }) => ({ ids, effects, withheld }))).toEqual([
    { ids: [userId], effects: { [userId]: 'deleted' }, withheld: true },
  ])
})

test('Slow Sam: bars stand where he will be, and then he does', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await world.switches({ slowMs: 700 })
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('searchbox').fill('Slow Sam')
  await page.getByRole('searchbox').press('Enter')
  const card = page.getByRole('article').filter({ hasText: 'slowsam' })
  await expect(card).toBeVisible()

  const bars = page.waitForFunction(() => document.body.innerText.includes('Loading the user.'))
  await card.getByRole('link', { name: 'Open' }).click()
  await bars
  await expect(page.getByRole('heading', { level: 2, name: 'Slow Sam' })).toBeVisible()
  await expect(page.getByText('Loading the user.')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Access' })).toContainText('Departments')
})
