import type { Page } from '@playwright/test'
import { tickedIn } from './deletion.ts'
import { expect, test } from './test.ts'
import { touchedIn, writesIn } from './witness.ts'

/** Ticks so many people in the directory who are in one status. */
async function tick(page: Page, status: string, count: number): Promise<string[]> {
  await page.getByRole('combobox', { name: 'Status' }).selectOption(status)
  const boxes = page.getByRole('checkbox', { name: /^Select (?!everybody)/ })
  await expect(page.getByRole('row').filter({ hasText: status }).first()).toBeVisible()
  for (let at = 0; at < count; at += 1) await boxes.nth(at).check()
  return tickedIn(page)
}

/** From a checked list to its end. */
async function runTo(page: Page, words: string, result: string): Promise<void> {
  await page.getByRole('button', { name: /^Go on with/ }).click()
  // What was said of the first list is said of those that carry it on.
  const reason = page.getByRole('textbox', { name: 'Reason or ticket' })
  if (await reason.isEditable()) await reason.fill('HR-2231')
  await expect(reason).toHaveValue('HR-2231')
  await page.getByRole('textbox', { name: `Type ${words} to start` }).fill(words)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: result })).toBeVisible({
    timeout: 30_000,
  })
}

test('Suspended people are given back the status they had, and nobody else is touched', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const deactivated = await tick(page, 'Deactivated', 1)
  const before = await tick(page, 'Suspended', 1)
  const active = await tick(page, 'Activated', 3)
  await page.getByRole('button', { name: 'Suspend…' }).click()
  await expect(page.getByRole('button', { name: 'Go on with 4' })).toBeVisible()
  await runTo(page, 'suspend 4', '4 suspended and checked.')

  await page.getByRole('button', { name: 'Reactivate all 4' }).click()
  await expect(page.getByRole('button', { name: 'Go on with 4' })).toBeVisible()
  await runTo(page, 'reactivate 4', '4 reactivated and checked.')

  const ledger = await world.ledger()
  expect(touchedIn(ledger)).toEqual([...deactivated, ...active].toSorted())
  const statusOf = async (userId = '') =>
    (await world.genauth.getUser({ userId, userIdType: 'user_id' })).data.status
  expect(await statusOf(deactivated[0])).toBe('Deactivated')
  expect(await statusOf(active[0])).toBe('Activated')
  expect(await statusOf(before[0])).toBe('Suspended')
})

test('Suspended people go on to be resigned, those who were suspended before among them', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const before = await tick(page, 'Suspended', 1)
  const active = await tick(page, 'Activated', 3)
  await page.getByRole('button', { name: 'Suspend…' }).click()
  await expect(page.getByRole('button', { name: 'Go on with 3' })).toBeVisible()
  await runTo(page, 'suspend 3', '3 suspended and checked.')

  await page.getByRole('button', { name: 'Continue to resign…' }).click()
  await expect(page.getByRole('button', { name: 'Go on with 4' })).toBeVisible()
  await runTo(page, 'resign 4', '4 resigned and checked.')
  const everybody = [...before, ...active].toSorted()
  const ledger = await world.ledger()
  expect(touchedIn(ledger)).toEqual(everybody)
  const resigned = writesIn(ledger).filter(({ call }) => call === 'resign-user-batch')
  expect(resigned.flatMap(({ ids }) => ids).toSorted()).toEqual(everybody)

  await page.getByRole('button', { name: 'Recheck all' }).click()
  await expect(page.getByText(/^Nobody came back, as of /)).toBeVisible()
})

test('A batch runs on while its tab is closed, and is found again', async ({
  page,
  context,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const active = await tick(page, 'Activated', 15)
  await page.getByRole('button', { name: 'Suspend…' }).click()
  await expect(page.getByRole('button', { name: 'Go on with 15' })).toBeVisible()
  await world.switches({ latencyMs: 400 })
  await page.getByRole('button', { name: 'Go on with 15' }).click()
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await page.getByRole('textbox', { name: 'Type suspend 15 to start' }).fill('suspend 15')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('progressbar', { name: 'Progress of the batch' })).toBeVisible()
  const address = page.url()
  await page.close()

  const again = await context.newPage()
  await again.goto(address)
  const result = again.getByRole('heading', { level: 1, name: '15 suspended and checked.' })
  await expect(result).toBeVisible({ timeout: 30_000 })
  expect(touchedIn(await world.ledger())).toEqual(active.toSorted())
})
