import { checkDeletion, showLeavers, tickedIn, turnPage } from './deletion.ts'
import { expect, test } from './test.ts'
import { deletionsIn, touchedIn } from './witness.ts'

test.use({ own: { users: 1000 } })

test('A selection from two pages is checked, confirmed, deleted and seen to be gone', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await showLeavers(page)
  const boxes = page.getByRole('checkbox', { name: /^Select (?!everybody)/ })
  await boxes.nth(3).check()
  await boxes.nth(9).click({ modifiers: ['Shift'] })
  await expect(page.getByText('7 selected', { exact: true })).toBeVisible()
  const onFirst = await tickedIn(page)
  await turnPage(page)
  for (const at of [0, 2, 4, 6, 8]) await boxes.nth(at).check()
  await expect(page.getByText('12 selected, 7 not on this page')).toBeVisible()
  const chosen = [...onFirst, ...(await tickedIn(page))]
  expect(new Set(chosen).size).toBe(12)

  await checkDeletion(page, 12)
  expect(deletionsIn(await world.ledger())).toEqual([])
  const frozen = page.getByRole('region', { name: 'The frozen list' })
  await expect(frozen.getByText('12 people', { exact: true })).toBeVisible()
  const start = page.getByRole('button', { name: 'Start', exact: true })
  await expect(page.getByText('Waiting for a reason, the words')).toBeVisible()
  await expect(start).toBeDisabled()
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  const typed = page.getByRole('textbox', { name: 'Type delete 12 to start' })
  await typed.fill('delete 11')
  await typed.press('Enter')
  await expect(page.getByText('Waiting for the words')).toBeVisible()
  expect(deletionsIn(await world.ledger())).toEqual([])
  await typed.fill('Delete 12 ')
  await expect(page.getByText('Matches')).toBeVisible()
  await start.click()

  const result = page.getByRole('heading', { level: 1, name: '12 deleted and checked.' })
  await expect(result).toBeVisible()
  const rows = page.getByRole('table', { name: 'Rows of the batch' }).getByRole('row')
  const rowsAllDone = async () => {
    await expect(rows.filter({ hasText: 'Done' })).toHaveCount(12)
    await expect(rows.filter({ hasText: 'No longer exists' })).toHaveCount(12)
    await expect(rows).toHaveCount(13)
  }
  await rowsAllDone()
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '12 of 12')
  await expect(page.getByText('adds up', { exact: true })).toBeVisible()

  const ledger = await world.ledger()
  const sent = deletionsIn(ledger).map(({ ids }) => ids)
  expect(sent.flat().toSorted()).toEqual(chosen.toSorted())
  expect(sent.map(({ length }) => length)).toEqual([5, 7])
  expect(touchedIn(ledger)).toEqual(chosen.toSorted())

  await page.reload()
  await expect(result).toBeVisible()
  await rowsAllDone()
})
