import { dropFiles, newBatch } from './list.ts'
import { expect, test } from './test.ts'
import type { World } from './world.ts'

const people = 5_000
const pageSize = 50
/** What a page may hold of a table, and how long it may keep a click waiting. */
const mostRows = 60
const longestTaskMs = 200

test.use({ own: { users: 7_000 } })

/** User ids of so many active people, as GenAuth lists them; none of the named ones, who make faults. */
async function activeIn(world: World): Promise<string[]> {
  const named = new Set((await world.people()).map(({ userId }) => userId))
  const userIds: string[] = []
  for (let page = 1; userIds.length < people; page += 1) {
    const { data } = await world.genauth.listUsers({
      options: { pagination: { page, limit: pageSize } },
    })
    if (data.list.length === 0) throw new Error(`There are only ${userIds.length} active people.`)
    const active = data.list.filter(({ status }) => `${status}` === 'Activated')
    userIds.push(...active.map(({ userId }) => userId).filter((userId) => !named.has(userId)))
  }
  return userIds.slice(0, people)
}

/** What is traced of the browser: each task of a thread, with the time it had the processor. */
const tasks = 'disabled-by-default-devtools.timeline'
type Traced = {
  name: string
  pid: number
  tid: number
  /** Microseconds on the processor: another program's work is not counted. */
  tdur?: number
  args?: { name?: string }
}

/** The longest task of the page's own thread, in milliseconds. */
function longestTaskIn(trace: Buffer): number {
  const read: { traceEvents: Traced[] } = JSON.parse(trace.toString())
  const threads = read.traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const main = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`))
  const lengths = read.traceEvents.flatMap(({ name, pid, tid, tdur = 0 }) =>
    name === 'RunTask' && main.has(`${pid} ${tid}`) ? tdur : [],
  )
  if (lengths.length === 0) throw new Error('The trace has no task of the page.')
  return Math.max(...lengths) / 1_000
}

declare global {
  interface Window {
    /** The most rows that stood on the page at once. */
    mostRows?: number
  }
}

test('While 5,000 rows change, the page holds few of them and never keeps anybody waiting', async ({
  browser,
  page,
  signIn,
  ownWorld: world,
}) => {
  test.setTimeout(600_000)
  await world.switches({ latencyMs: 0 })
  const userIds = await activeIn(world)
  await signIn(page, 'Chen Jing', world)
  await newBatch(page, 'Suspend')
  await dropFiles(page, [{ name: 'all-of-them.txt', bytes: userIds.join('\n') }])
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await expect(page.getByRole('button', { name: 'Open the check' })).toBeVisible({
    timeout: 240_000,
  })
  await page.getByRole('button', { name: 'Open the check' }).click()
  const goOn = page.getByRole('button', { name: /^Go on with/ })
  await expect(goOn).toBeVisible({ timeout: 240_000 })
  const count = Number((await goOn.textContent())?.replaceAll(/\D/g, ''))
  expect(count).toBe(people)
  // The check may take longer than a sign-in stays fresh, and so many want a fresh one.
  const { pathname } = new URL(page.url())
  await page.goto(`${world.url}/auth/sign-in?fresh=1&return=${pathname}`)
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await goOn.click()
  await page
    .getByRole('textbox', { name: `Type suspend ${count} to start` })
    .fill(`suspend ${count}`)
  // Some ten seconds for a hundred chunks, so that the page sees rows change on every look.
  await world.switches({ latencyMs: 30 })
  await page.evaluate(() => {
    const look = () => {
      const rows = document.querySelectorAll('tbody tr').length
      window.mostRows = Math.max(window.mostRows ?? 0, rows)
      requestAnimationFrame(look)
    }
    look()
  })
  await browser.startTracing(page, { categories: [tasks] })
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const rows = page.getByRole('table', { name: 'Rows of the batch' })
  await expect(rows).toHaveAttribute('aria-rowcount', `${count + 1}`)
  const figure = count.toLocaleString('en')
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`^${figure} suspended and checked`) }),
  ).toBeVisible({ timeout: 240_000 })

  const trace = await browser.stopTracing()
  const rowsSeen = await page.evaluate(() => window.mostRows)
  expect(rowsSeen).toBeGreaterThan(5)
  expect(rowsSeen).toBeLessThanOrEqual(mostRows)
  expect(longestTaskIn(trace)).toBeLessThan(longestTaskMs)
  const tally = await world.ledger()
  const sent = tally.filter(({ call }) => call === 'update-user-batch').flatMap(({ ids }) => ids)
  expect(sent).toHaveLength(count)
  expect(new Set(sent).size).toBe(count)
})
