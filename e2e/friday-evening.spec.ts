import { readFile } from 'node:fs/promises'
import { dropFiles, header, newBatch, untilChecked } from './list.ts'
import { expect, test } from './test.ts'
import { touchedIn, writesIn } from './witness.ts'

test.use({ own: { users: 60 } })

test('From the file that HR sent to a file with what became of everybody', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const of = Object.fromEntries((await world.people()).map((person) => [person.key, person]))
  const idOf = (key: string) => of[key]?.userId ?? ''
  await world.killProduct()
  await world.startProduct({ PROTECTED_USERS: idOf('han-bing') })
  await signIn(page, 'Chen Jing', world)
  await newBatch(page, 'Resign')
  const rows = [
    header,
    '0010219,高翔,平台工程部,2026-11-27',
    `${of['zhao-min']?.email},"Min ZHAO",仓储,2026-11-27`,
    `${idOf('wu-di')},吴迪,仓储,2026-11-27`,
    'gaoxiang,高翔,平台工程部,2026-11-27',
    '0010118,王芳,华东零售,2026-11-27',
    '10023,李伟,平台工程部,2026-11-27',
    '0099999,孙琳,仓储,2026-11-27',
    `${of['han-bing']?.externalId},,法务部,2026-11-27`,
    `${of['ma-chao']?.username},马超,客服,2026-11-27`,
    '1.86E+10,沈睿,法务部,2026-11-27',
  ]
  await dropFiles(page, [{ name: 'leavers-november.csv', bytes: `\uFEFF${rows.join('\r\n')}` }])
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await untilChecked(page, 10)

  const group = (name: RegExp) => page.getByRole('group', { name })
  await expect(group(/^2 held until you decide/)).toContainText('Name differs 1')
  await expect(group(/^2 held until you decide/)).toContainText('Ambiguous 1')
  for (const chip of ['Not found 2', 'Duplicate 1', 'Protected 1', 'Already so 1']) {
    await expect(group(/^5 will not run/)).toContainText(chip)
  }
  const row = (text: string) => page.getByRole('row').filter({ hasText: text })
  await expect(row('王芳')).toContainText('List says 王芳, account says Wang Fei')
  await expect(row('gaoxiang').filter({ hasText: 'Duplicate' })).toContainText('Same user as row 1')
  const goOn = page.getByRole('button', { name: /^Go on with/ })
  await expect(goOn).toHaveText('Go on with 3')

  await page.getByRole('button', { name: /^Leave out: Wang Fei/ }).click()
  await page.getByRole('button', { name: /^Choose who is meant: / }).click()
  const dialog = page.getByRole('dialog', { name: 'Which of them is meant?' })
  await dialog
    .getByRole('row', { name: /Li Wei/ })
    .getByRole('button')
    .click()
  await expect(dialog).toBeHidden()
  await expect(goOn).toHaveText('Go on with 4')
  expect(touchedIn(await world.ledger())).toEqual([])

  await goOn.click()
  await expect(page.getByRole('heading', { level: 3, name: 'Resign 4 people?' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Type resign 4 to start' }).fill('resign 4')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const result = page.getByRole('heading', { level: 1, name: '4 resigned and checked.' })
  await expect(result).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('6 were never in the run.')).toBeVisible()
  await expect(page.getByText('adds up', { exact: true })).toBeVisible()

  const expected = ['gao-xiang', 'zhao-min', 'wu-di', 'li-wei'].map(idOf).toSorted()
  const ledger = await world.ledger()
  expect(touchedIn(ledger)).toEqual(expected)
  const writes = writesIn(ledger)
  expect(new Set(writes.map(({ call, userIdType }) => `${call} ${userIdType}`))).toEqual(
    new Set(['kick-users user_id', 'resign-user-batch user_id']),
  )
  const resigned = writes.filter(({ call }) => call === 'resign-user-batch')
  expect(resigned.flatMap(({ ids }) => ids).toSorted()).toEqual(expected)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download results' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^batch-\d+-results\.csv$/)
  const text = await readFile(await saved.path(), 'utf8')
  expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(11)
  expect(text).toContain('the list says 王芳, the account says Wang Fei')

  await newBatch(page, 'Delete')
  await dropFiles(page, [{ name: saved.suggestedFilename(), bytes: text }])
  await untilChecked(page, 10)
  // It is read as the list that it was: nobody is let through whom somebody held, or left out, before.
  await expect(goOn).toHaveText('Go on with 4')
  await expect(group(/^2 held until you decide/)).toContainText('Name differs 1')
  await expect(group(/^4 will not run/)).toContainText('Not found 2')
  expect(touchedIn(await world.ledger())).toEqual(expected)
})
