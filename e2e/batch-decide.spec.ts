import { expectNothingSerious } from './axe.ts'
import { dropFiles, newBatch, untilChecked } from './list.ts'
import { expect, test } from './test.ts'
import { touchedIn } from './witness.ts'

test.use({ own: { users: 60 } })

test('Held rows are decided one by one, and each decision can be taken back', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await newBatch(page, 'Suspend')
  const rows = [
    '工号,姓名',
    '0010118,王芳',
    '10031,周恺',
    '0010131,白露',
    'guyan,顾妍',
    '0010244,刘阳',
  ]
  await dropFiles(page, [{ name: 'leavers.csv', bytes: rows.join('\n') }])
  await untilChecked(page, 5)
  const goOn = page.getByRole('button', { name: /^Go on with/ })
  await expect(goOn).toHaveText('Go on with 2')
  await expectNothingSerious(page)

  // Faster than the server answers, and neither is lost.
  await page.getByRole('button', { name: 'Accept: Liu Yang' }).click()
  await page.getByRole('button', { name: 'Accept: Wang Fei' }).click()
  await expect(goOn).toHaveText('Go on with 4')
  const undo = page.getByRole('button', { name: 'Undo: Wang Fei' })
  await expect(undo).toBeFocused()
  await undo.press('Enter')
  await expect(goOn).toHaveText('Go on with 3')
  await page.getByRole('button', { name: 'Leave out: Wang Fei' }).click()
  await expect(page.getByRole('group', { name: /^1 held until you decide/ })).toBeVisible()

  const choose = page.getByRole('button', { name: /^Choose who is meant: / })
  const dialog = page.getByRole('dialog', { name: 'Which of them is meant?' })
  await choose.click()
  await expect(dialog.getByRole('row')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(choose).toBeFocused()
  await choose.click()
  await expectNothingSerious(page)
  await page.keyboard.press('Escape')
  // One of the two bears another name than the list says: chosen, and still held.
  await choose.click()
  await dialog.getByRole('row', { name: /周凯/ }).getByRole('button').click()
  await expect(dialog).toBeHidden()
  const row = page.getByRole('table', { name: 'Checked rows' }).getByRole('row', { name: /10031/ })
  await expect(row).toContainText('List says 周恺, account says Zhou Kai 周凯')
  await expect(goOn).toHaveText('Go on with 3')
  await choose.click()
  await dialog.getByRole('row', { name: /周恺/ }).getByRole('button').click()
  await expect(row).toContainText('Ready')
  await expect(goOn).toHaveText('Go on with 4')
  expect(touchedIn(await world.ledger())).toEqual([])
})

test('Rows that could not be looked up are checked again, alone; a check can be stopped', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await newBatch(page, 'Suspend')
  await world.switches({ faults: [{ call: 'reads', behave: '500' }] })
  const bytes = '工号,姓名\n0010131,白露\nwangfang,王芳'
  await dropFiles(page, [{ name: 'leavers.csv', bytes }])
  await untilChecked(page, 2)
  const missing = page.getByRole('button', { name: 'Not checked 2' })
  await expect(missing).toBeVisible()
  await expect(page.getByText(/^No row would run\./)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Accept: / })).toHaveCount(0)
  await world.switches({ faults: [{ call: 'reads', behave: 'slow', delayMs: 1_000 }] })
  await page.getByRole('button', { name: 'Check the 2 not checked' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(missing).toBeVisible()
  await world.switches({ faults: [] })
  await page.getByRole('button', { name: 'Check the 2 not checked' }).click()
  await expect(page.getByRole('button', { name: 'Go on with 2' })).toBeVisible()
})

test('The very same people are suspended instead, and the first list is discarded', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await newBatch(page, 'Resign')
  await dropFiles(page, [{ name: 'leavers.csv', bytes: 'guyan\nbailu' }])
  await untilChecked(page, 2)
  const first = page.url()
  await page.getByRole('button', { name: 'Go on with 2' }).click()
  await page.getByRole('button', { name: 'Suspend these 2 instead' }).click()
  await page.getByRole('button', { name: 'Go on with 2' }).click()
  await expect(page.getByRole('heading', { name: 'Suspend 2 people?' })).toBeVisible()
  expect(page.url()).not.toBe(first)
  await page.goto(first)
  await expect(page.getByText('This draft was discarded. Nothing was sent.')).toBeVisible()
})
