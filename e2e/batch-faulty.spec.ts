import type { Page } from '@playwright/test'
import { checkDeletion, confirmDeletion, showLeavers } from './deletion.ts'
import { expect, test } from './test.ts'
import { deletionsIn, sentBlindlyIn } from './witness.ts'

/** Six who go quietly, then these: the first five are sent alone, and are to end well. */
async function deleteAfterSix(page: Page, names: readonly string[]): Promise<void> {
  await showLeavers(page)
  for (const at of [1, 2, 3, 4, 5, 6]) await page.getByRole('checkbox').nth(at).check()
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  await checkDeletion(page, 6 + names.length)
  await confirmDeletion(page, 6 + names.length)
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Rows of the batch' }).getByRole('row').filter({ hasText: name })

test('Stubborn Stella ends as not confirmed, Timeout Theo as done without a second call', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const stella = await world.person('stubborn-stella')
  const theo = await world.person('timeout-theo')
  await signIn(page, 'Chen Jing', world)
  await deleteAfterSix(page, ['Stubborn Stella', 'Timeout Theo'])

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '7 deleted and checked. 1 not confirmed.',
    { timeout: 30_000 },
  )
  await expect(rowOf(page, 'Stubborn Stella')).toContainText('Not confirmed')
  await expect(rowOf(page, 'Stubborn Stella')).toContainText(
    'Sent, but the account still shows Resigned',
  )
  await expect(rowOf(page, 'Timeout Theo')).toContainText('Done')
  await expect(page.getByText('adds up', { exact: true })).toBeVisible()

  const ledger = await world.ledger()
  const callsWith = (id: string) => deletionsIn(ledger).filter(({ ids }) => ids.includes(id))
  expect(callsWith(theo.userId)).toHaveLength(1)
  expect(callsWith(stella.userId)).toHaveLength(2)
  expect(sentBlindlyIn(ledger)).toEqual([])
})

test('Gone Greta, who vanishes between the check and the call, does not stop the others', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await deleteAfterSix(page, ['Gone Greta'])

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('7 deleted and checked. ', {
    timeout: 30_000,
  })
  await expect(rowOf(page, 'Gone Greta')).toContainText('No longer exists')
  await expect(page.getByText('adds up', { exact: true })).toBeVisible()
  expect(sentBlindlyIn(await world.ledger())).toEqual([])
})
