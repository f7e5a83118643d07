import { checkDeletion, confirmDeletion, tickFirstLeavers, tickLeavers } from './deletion.ts'
import { expect, test } from './test.ts'
import { deletionsIn, touchedIn } from './witness.ts'

test.use({ own: { users: 1000 } })

/** So slow an answer that a chunk of fifty takes seconds: each of them is seen. */
const latencyMs = 250
/** Slower still, so that a page loads in the middle of a chunk. */
const reloadingMs = 700

test('Progress moves with each chunk and is right after a reload', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const chosen = await tickLeavers(page, 2)
  const all = chosen.length
  await checkDeletion(page, all)
  await world.switches({ latencyMs })
  await confirmDeletion(page, all)

  const bar = page.getByRole('progressbar', { name: 'Progress of the batch' })
  const shows = (ended: number) =>
    expect(bar).toHaveAttribute('aria-valuetext', `${ended} of ${all}`)
  await shows(5)
  await expect(page.getByText(/^The first rows were checked before the rest began/)).toBeVisible()
  await shows(55)
  await world.switches({ latencyMs: reloadingMs })
  await page.reload()
  await shows(55)
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`^55 of ${all} · `) }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Done 55' })).toBeVisible()
  await world.switches({ latencyMs })
  await shows(all)
  await expect(
    page.getByRole('heading', { level: 1, name: `${all} deleted and checked.` }),
  ).toBeVisible()

  const ledger = await world.ledger()
  expect(deletionsIn(ledger).map(({ ids }) => ids.length)).toEqual([5, 50, all - 55])
  expect(touchedIn(ledger)).toEqual(chosen.toSorted())
})

test('Whoever has to sign in again is told that the batch keeps running, and finds it done', async ({
  page,
  context,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const { length } = await tickFirstLeavers(page, 12)
  await checkDeletion(page, length)
  await world.switches({ latencyMs: reloadingMs })
  await confirmDeletion(page, length)
  await expect(page.getByRole('progressbar', { name: 'Progress of the batch' })).toBeVisible()
  await context.clearCookies()
  await expect(page.getByText('Sign in again. The batch keeps running.')).toBeVisible()
  await world.switches({ latencyMs: 0 })
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `${length} deleted and checked.` }),
  ).toBeVisible()
})

test('Stop lets the rows in flight end, and sends nothing more; another tab sees the same', async ({
  page,
  context,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const chosen = await tickLeavers(page, 2)
  const all = chosen.length
  await checkDeletion(page, all)
  await world.switches({ latencyMs })
  await confirmDeletion(page, all)
  const bar = page.getByRole('progressbar', { name: 'Progress of the batch' })
  await expect(bar).toHaveAttribute('aria-valuetext', `5 of ${all}`)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopping after the rows in flight.')).toBeVisible()
  const before = deletionsIn(await world.ledger())

  const result = page.getByRole('heading', { level: 1, name: /^Stopped\./ })
  await expect(result).toBeVisible()
  const sent = deletionsIn(await world.ledger()).flatMap(({ ids }) => ids)
  expect(sent).toEqual(chosen.slice(0, sent.length))
  // What was on its way when Stop was pressed, and nothing after it.
  expect(sent.length - before.flatMap(({ ids }) => ids).length).toBeLessThanOrEqual(50)
  const left = all - sent.length
  expect(left).toBeGreaterThan(0)

  const other = await context.newPage()
  await other.goto(page.url())
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(
      `Stopped. ${sent.length} deleted and checked. ${left} not started.`,
    )
    await expect(tab.getByText('adds up', { exact: true })).toBeVisible()
    await tab.getByRole('button', { name: `Not started ${left}` }).click()
    const rows = tab.getByRole('table', { name: 'Rows of the batch' })
    await expect(rows).toHaveAttribute('aria-rowcount', `${left + 1}`)
    await expect(rows.getByRole('row').nth(1)).toContainText('Never sent')
  }
  expect(deletionsIn(await world.ledger()).flatMap(({ ids }) => ids)).toEqual(sent)
  expect(touchedIn(await world.ledger())).toEqual(sent.toSorted())
})
