import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { browser, prepareBrowser } from '../e2e/browser.ts'
import { checkDeletion, confirmDeletion, tickLeavers } from '../e2e/deletion.ts'
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
    const { length } = await tickLeavers(page, 2)
    await checkDeletion(page, length)
    await take(page, 'batch-confirm')
    // Slow enough to be seen half way.
    await world.switches({ latencyMs: 700 })
    await confirmDeletion(page, length)
    await page.getByRole('heading', { level: 1, name: /^5\d of / }).waitFor()
    await take(page, 'batch-running')
    await world.switches({ latencyMs: 10 })
  })
} finally {
  await chromiumHere.close()
  await world.end()
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
