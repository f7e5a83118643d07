import type { Page } from '@playwright/test'
import { plainIn, questionAbout } from './approval.ts'
import { expect, test } from './test.ts'
import { touchedIn, writesIn } from './witness.ts'
import type { World } from './world.ts'

/** So slow an answer that a chunk is in flight when somebody presses a button. */
const latencyMs = 300

/** Starts a batch of 24 people, slowly: their user ids. */
async function suspend24(page: Page, world: World): Promise<string[]> {
  const userIds = await plainIn(world, 24)
  await questionAbout(page, world, { kind: 'suspend', userIds })
  await page.getByRole('textbox', { name: 'Type suspend 24 to start' }).fill('suspend 24')
  await world.switches({ latencyMs })
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  return userIds
}

test('A run is paused after the rows in flight, read on a phone, and resumed', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const userIds = await suspend24(page, world)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Paused.' })).toBeFocused()
  await expect(page.getByText(/Nothing is being sent\./)).toBeVisible()
  const sent = touchedIn(await world.ledger())
  expect(sent.length).toBeLessThan(24)

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resume' })).toHaveCount(0)
  await expect(page.getByText(/To resume, open this page on a wider screen\./)).toBeVisible()
  const row = page.getByRole('table', { name: 'Rows of the batch' }).getByRole('row').nth(1)
  const username = row.getByText(/^[a-z\d.]+$/).filter({ visible: true })
  await expect(username, 'two of one name differ by it').toHaveCount(1)
  await page.setViewportSize({ width: 1280, height: 720 })
  expect(touchedIn(await world.ledger())).toEqual(sent)

  await page.getByRole('button', { name: 'Resume' }).click()
  const result = page.getByRole('heading', { level: 1, name: '24 suspended and checked.' })
  await expect(result).toBeVisible({ timeout: 30_000 })
  const writes = writesIn(await world.ledger()).flatMap(({ ids }) => ids)
  expect(writes.toSorted()).toEqual(userIds.toSorted())
})

test('A page that slept while the batch ran shows the end of it when it wakes', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await suspend24(page, world)
  const bar = page.getByRole('progressbar', { name: 'Progress of the batch' })
  await expect(bar).toHaveAttribute('aria-valuetext', '5 of 24')

  // The lid is closed: nothing of the page runs, though the batch does.
  const machine = await page.context().newCDPSession(page)
  await machine.send('Page.setWebLifecycleState', { state: 'frozen' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const allSent = () => world.ledger().then((ledger) => writesIn(ledger).flatMap(({ ids }) => ids))
  await expect.poll(allSent, { timeout: 30_000 }).toHaveLength(24)
  expect(asked).toEqual([])

  await machine.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(
    page.getByRole('heading', { level: 1, name: '24 suspended and checked.' }),
  ).toBeVisible({ timeout: 30_000 })
  const rows = page.getByRole('table', { name: 'Rows of the batch' })
  const shown = rows.getByRole('row').filter({ has: page.getByRole('cell') })
  await expect(shown).not.toHaveCount(0)
  await expect(shown.filter({ hasNotText: 'Done' })).toHaveCount(0)
})
