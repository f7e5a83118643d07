import { confirmDeletion, showLeavers, tickedIn } from './deletion.ts'
import { expect, test } from './test.ts'
import { deletionsIn, touchedIn } from './witness.ts'

test('Whoever is still active is held until accepted by name, and is not sent otherwise', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const wuDi = (await world.person('wu-di')).userId
  await signIn(page, 'Chen Jing', world)
  await showLeavers(page)
  for (const at of [1, 2, 3]) await page.getByRole('checkbox').nth(at).check()
  const leavers = await tickedIn(page)
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Activated')
  for (const name of ['Wu Di', 'Chen Jing', 'Bai Bin']) {
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
  }
  await page.getByRole('button', { name: 'Delete…' }).click()

  const held = page.getByRole('group', { name: /^2 held until you decide/ })
  await expect(held.getByRole('button', { name: 'Still active 2' })).toBeVisible()
  await expect(page.getByRole('group', { name: '1 will not run' })).toContainText('You 1')
  const goOn = page.getByRole('button', { name: /^Go on with/ })
  await expect(goOn).toHaveText('Go on with 3')
  await page.getByRole('button', { name: 'Accept: Wu Di' }).click()
  await expect(goOn).toHaveText('Go on with 4')
  await page.getByRole('button', { name: 'Accept: Bai Bin' }).click()
  await expect(goOn).toHaveText('Go on with 5')
  await page.getByRole('button', { name: 'Undo: Bai Bin' }).click()
  await expect(goOn).toHaveText('Go on with 4')
  await goOn.click()
  await expect(page.getByText('1 person is still active: not resigned or suspended.')).toBeVisible()
  await confirmDeletion(page, 4)

  await expect(
    page.getByRole('heading', { level: 1, name: '4 deleted and checked.' }),
  ).toBeVisible()
  await expect(page.getByText('2 were never in the run.')).toBeVisible()
  const rows = page.getByRole('table', { name: 'Rows of the batch' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Wu Di' })).toContainText('Done')
  await page.getByRole('button', { name: 'Never in the run 2' }).click()
  await expect(rows.filter({ hasText: 'Never in the run: Still active' })).toContainText('Bai Bin')
  await expect(rows.filter({ hasText: 'Never in the run: You' })).toContainText('Chen Jing')
  const ledger = await world.ledger()
  const expected = [...leavers, wuDi].toSorted()
  expect(
    deletionsIn(ledger)
      .flatMap(({ ids }) => ids)
      .toSorted(),
  ).toEqual(expected)
  expect(touchedIn(ledger)).toEqual(expected)
})
