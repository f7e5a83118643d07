import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { browser, prepareBrowser } from '../e2e/browser.ts'
import { dropFiles, header, newBatch, untilChecked } from '../e2e/list.ts'
import { startWorld } from '../e2e/world.ts'

const folder = fileURLToPath(new URL('../pictures', import.meta.url))
const size = { width: 1440, height: 900 }

await prepareBrowser()
await mkdir(folder, { recursive: true })
const world = await startWorld(6000, {
  POOL_NAME: 'Hanlin Group',
  GENAUTH_TIMEOUT_MS: '10000',
})
const { executablePath, env } = browser()
const chromiumHere = await chromium.launch({ executablePath, env, args: ['--no-sandbox'] })
try {
  await picturesIn({ colorScheme: 'light', locale: 'en-GB' }, async (page) => {
    await showLiWei(page)
    await take(page, 'users-light')
    await page.getByRole('button', { name: 'Resign…' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel(/^Reason/).fill('HR-2231')
    await dialog.getByLabel(/liwei/).fill('liwei')
    await take(page, 'resign-dialog')
  })
  await picturesIn({ colorScheme: 'dark', locale: 'en-GB' }, async (page) => {
    await showLiWei(page)
    await take(page, 'users-dark')
  })
  await picturesIn({ colorScheme: 'light', locale: 'zh-CN' }, async (page) => {
    await showLiWei(page)
    await take(page, 'users-chinese')
  })
  await picturesIn({ colorScheme: 'light', locale: 'en-GB' }, async (page) => {
    await newBatch(page, 'Resign')
    const list = await leavers()
    await dropFiles(page, [{ name: 'leavers-november.csv', bytes: list.join('\r\n') }])
    await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
    await page.getByRole('button', { name: 'Open the check' }).waitFor({ timeout: 120_000 })
    await take(page, 'batch-list')
    await untilChecked(page, list.length - 1)
    await take(page, 'batch-check')
    await page.getByRole('button', { name: /^Go on with/ }).click()
    const typed = page.getByRole('textbox', { name: /^Type resign/ })
    await typed.fill(`resign ${await peopleIn(page)}`)
    await take(page, 'batch-confirm')
    // Slow enough to be seen half way.
    await world.switches({ latencyMs: 250 })
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /^5\d of / }).waitFor({ timeout: 120_000 })
    await take(page, 'batch-running')
    await world.switches({ latencyMs: 10 })
    const result = page.getByRole('heading', { level: 1, name: /resigned and checked/ })
    await result.waitFor({ timeout: 120_000 })
    await take(page, 'batch-result')
  })
} finally {
  await chromiumHere.close()
  await world.end()
}

/** A list as HR sends it: a hundred people who go well, and some who need a second look. */
async function leavers(): Promise<string[]> {
  const named = new Set((await world.people()).map(({ userId }) => userId))
  const rows: string[] = []
  for (let page = 1; rows.length < 112; page += 1) {
    const { data } = await world.genauth.listUsers({ options: { pagination: { page, limit: 50 } } })
    const others = data.list.filter(
      (user) => !named.has(user.userId) && `${user.status}` === 'Activated',
    )
    rows.push(...others.map((user) => `${user.userId},${user.nickname ?? user.name},,2026-11-27`))
  }
  const doubtful = ['0010118,王芳', '0010219,高翔', '1.86E+10,沈睿', '10023,李伟', '0010119,王芳']
  const rest = [
    '0019920,孙琳',
    'gaoxiang,高翔',
    '10031,周恺',
    '0010203,赵敏',
    'hao.jia@hanlin.example,郝佳',
  ]
  return [header, ...[...doubtful, ...rest].map((row) => `${row},华东零售,2026-11-27`), ...rows]
}

/** How many the question on the page is about. */
async function peopleIn(page: Page): Promise<string> {
  const question = page.getByRole('heading', { level: 3, name: /^Resign \d/ })
  return ((await question.textContent()) ?? '').replaceAll(/\D/g, '')
}

/** Opens a browser of its own, signs Chen Jing in, and goes on from the list of users. */
async function picturesIn(
  options: BrowserContextOptions,
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await chromiumHere.newContext({ viewport: size, timezoneId: 'UTC', ...options })
  const page = await context.newPage()
  await page.goto(world.url)
  await page.getByRole('link', { name: /Sign in|登录/ }).click()
  await page.getByRole('button', { name: /Chen Jing|陈静/ }).click()
  await page.getByRole('searchbox').waitFor()
  await story(page)
  await context.close()
}

async function showLiWei(page: Page): Promise<void> {
  const { userId } = await world.person('li-wei')
  await page.goto(`${world.url}/users/${userId}`)
  await page.getByRole('heading', { name: /Li Wei|李伟/ }).waitFor()
  await page
    .getByText(/Feishu|飞书/)
    .first()
    .waitFor()
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', caret: 'hide' })
}
