import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { type FoulWorld, shared, startFoulWorld } from './foul-world.ts'
import { dropFiles, newBatch, untilChecked } from './list.ts'
import { expectOnlyText, watchBrowser } from './only-text.ts'
import { asSeen, payloads } from './payloads.ts'
import { test as base, expect } from './test.ts'
import { writesIn } from './witness.ts'

const test = base.extend<{ happened: string[] }, { foul: FoulWorld }>({
  foul: [
    async ({ users }, use) => {
      const world = await startFoulWorld(users)
      await use(world)
      await world.end()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  happened: [
    async ({ context, foul }, use) => {
      const happened = watchBrowser(context, [foul.url, foul.provider])
      await use(happened)
      expect(happened, 'what text did in the browser').toEqual([])
    },
    { auto: true },
  ],
})

const everybody = Object.entries(payloads).map(([key, payload]) => ({
  key,
  payload,
  seen: asSeen(payload),
}))
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

test('A list of people, a selection and a lookup show payloads as text', async ({
  page,
  signIn,
  foul,
}) => {
  await signIn(page, 'Chen Jing', foul)
  const inTable = page.getByRole('table', { name: 'Directory' }).getByRole('row')
  await expect(inTable.filter({ hasText: payloads.image })).not.toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Select everybody on this page' }).check()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('table', { name: '50 selected users' })).toBeVisible()
  await expectOnlyText(page, 'the directory and a selection')

  const field = page.getByRole('searchbox')
  const card = page.getByRole('article')
  await field.fill('Payload')
  await field.press('Enter')
  await expect(card).toHaveCount(everybody.length)
  for (const { key, seen } of everybody) {
    await expect(card.filter({ hasText: `Payload ${key}: ${seen}` }), key).toHaveCount(1)
  }
  await expectOnlyText(page, 'people found by name')
  await field.fill(shared)
  await field.press('Enter')
  await expect(card).toHaveCount(3)
  for (const key of ['image', 'script', 'vector'] as const) {
    await expect(card.filter({ hasText: `Payload ${key}: ${payloads[key]}` })).toHaveCount(1)
  }
  await expectOnlyText(page, 'several hits')
})

test('The page of a person and each question about them show payloads as text', async ({
  page,
  signIn,
  foul,
}) => {
  await signIn(page, 'Chen Jing', foul)
  const access = page.getByRole('region', { name: 'Access' })
  const panel = page.getByRole('region', { name: 'User details' })
  const dialog = page.getByRole('alertdialog')
  const typed: readonly string[] = ['image', 'builder']
  await page.getByRole('searchbox').fill('Payload')
  await page.getByRole('searchbox').press('Enter')
  for (const key of ['image', 'builder', 'backwards', 'half', 'long'] as const) {
    await page
      .getByRole('article')
      .locator(`[href*="${foul.idOf(key)}"]`)
      .click()
    const heading = panel.getByRole('heading', { level: 2 })
    await expect(heading, key).toContainText(asSeen(payloads[key]))
    for (const kind of await access.getByRole('button').all()) await kind.click()
    for (const profile of await page.locator('details summary').all()) await profile.click()
    await expectOnlyText(page, `the page of ${key}`)
    await page.getByRole('button', { name: 'Resign…' }).click()
    await expect(dialog.getByRole('heading')).toHaveText(`Resign ${asSeen(payloads[key])}?`)
    await expectOnlyText(page, `the question about ${key}`)
    // Whatever somebody is called, they can be resigned.
    const words = typed.includes(key) ? payloads[key] : foul.idOf(key)
    await dialog.getByLabel(/^Reason/).fill(payloads.vector)
    await dialog.getByLabel(/^Type /).fill(words)
    await expect(dialog.getByText('Matches')).toBeInViewport()
    await expect(dialog.getByRole('button', { name: /^Resign / })).toBeEnabled()
    await page.keyboard.press('Escape')
  }
  const questions = [/^Unlink /, /^Delete relation/, /^Suspend$/]
  await page.goto(`${foul.url}/users/${foul.idOf('image')}`)
  for (const question of questions) {
    await page.getByRole('button', { name: question }).first().click()
    await expect(dialog).toBeVisible()
    await expectOnlyText(page, String(question))
    await page.keyboard.press('Escape')
  }
  for (const question of ['End sessions', 'Delete…']) {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: question }).click()
    await expect(dialog).toBeVisible()
    await expectOnlyText(page, question)
    await page.keyboard.press('Escape')
  }
})

test('A list, its check, its run and its result show payloads as text', async ({
  page,
  signIn,
  foul,
}) => {
  await signIn(page, 'Chen Jing', foul)
  await newBatch(page, 'Suspend')
  // Beside each of them the name of another one.
  const asked = everybody.slice(0, 15).map(({ key }, at) => {
    const name = everybody[at + 5]?.payload ?? ''
    return [foul.idOf(key), name.slice(0, 1000), 'x']
  })
  const rows = [
    ['工号', '姓名', payloads.image],
    ...asked,
    [shared, payloads.link, payloads.vector],
    [payloads.script, payloads.data, payloads.wide],
    [payloads.formula, payloads.at, payloads.tab],
  ].map((cells) => cells.map(quoted).join(','))
  const name = `${payloads.image}.csv`
  await dropFiles(page, [{ name, bytes: rows.join('\n') }])
  await expect(page.getByRole('article', { name })).toBeVisible()
  const reason = page.getByRole('textbox', { name: 'Reason or ticket' })
  await reason.fill(payloads.vector)
  await page.getByRole('textbox', { name: 'Title' }).fill(payloads.script)
  await reason.focus()
  await expectOnlyText(page, 'a draft')
  await untilChecked(page, rows.length - 1)
  await expect(page.getByText(/^List says/).first()).toBeVisible()
  await expectOnlyText(page, 'a check')
  await page.getByRole('button', { name: /^Choose who is meant: / }).click()
  const dialog = page.getByRole('dialog', { name: 'Which of them is meant?' })
  await expect(dialog).toContainText(payloads.vector)
  await expectOnlyText(page, 'the people that one row could mean')
  await page.keyboard.press('Escape')
  await expectHarmless(page, 'Download the check as CSV')

  const goOn = page.getByRole('button', { name: /^Go on with/ })
  const inCheck = page.getByRole('table', { name: 'Checked rows' }).getByRole('row')
  for (let at = 1; at <= 4; at += 1) {
    // By its place: until a decision has arrived, its row offers it still.
    const row = inCheck.nth(at)
    await row.getByRole('button', { name: /^Accept: / }).click()
    await expect(row.getByRole('button', { name: /^Undo: / })).toBeVisible()
  }
  await expect(goOn).toHaveText('Go on with 4')
  await goOn.click()
  const frozen = page.getByRole('region', { name: 'The frozen list' })
  await expect(frozen.getByText('4 people', { exact: true })).toBeVisible()
  await expectOnlyText(page, 'a confirmation')
  await page.getByRole('textbox', { name: /^Type suspend/ }).fill('suspend 4')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const result = page.getByRole('heading', { level: 1, name: '4 suspended and checked.' })
  await expect(result).toBeVisible()
  await expectOnlyText(page, 'a result')
  await expectHarmless(page, 'Download results')
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Batches' }).click()
  await expect(page.getByRole('link', { name: payloads.script })).toBeVisible()
  await expectOnlyText(page, 'the batches')

  const acted = writesIn(await foul.ledger()).find(({ call }) => call === 'update-user-batch')
  await page.goto(`${foul.url}/users/${acted?.ids[0]}`)
  const history = page.getByRole('region', { name: 'History' })
  await expect(history).toContainText(payloads.vector)
  await expectOnlyText(page, 'the history of somebody')
})

/** No cell of the file that this button saves would be worked out by a spreadsheet. */
async function expectHarmless(page: Page, button: string): Promise<void> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const text = await readFile(await (await saving).path(), 'utf8')
  const cells: string[][] = parse(text, { bom: true })
  const all = cells.flat()
  expect(all.length).toBeGreaterThan(100)
  expect(all.some((cell) => cell.includes('cmd|'))).toBe(true)
  expect(all.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
}
