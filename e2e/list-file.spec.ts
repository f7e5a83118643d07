import { dropFiles, header, inGb18030, newBatch, untilChecked } from './list.ts'
import { expect, test } from './test.ts'
import { touchedIn } from './witness.ts'

const leavers = inGb18030(
  [
    header,
    '0010119,王芳,华东零售,2026-11-27',
    '0010120,曾祥,华东零售,2026-11-27',
    '1.86E+10,沈睿,法务部,2026-11-27',
    '0010118,王芳,华东零售,2026-11-27',
  ].join('\r\n'),
)

test('A file from the personnel department is dropped while a reason is being typed, and read right', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Chen Jing')
  await newBatch(page, 'Resign')
  const reason = page.getByRole('textbox', { name: 'Reason or ticket' })
  await reason.pressSequentially('HR-2231, asked ')
  await dropFiles(page, [{ name: 'leavers-november.csv', bytes: leavers }])
  await reason.pressSequentially('for by Sun Tao', { delay: 20 })
  await expect(page).toHaveURL(/\/batches\/\d+$/)
  // Whoever is typing types on, although the page has another address now.
  await expect(reason).toBeFocused()
  await expect(reason).toHaveValue('HR-2231, asked for by Sun Tao')

  const list = page.getByRole('article', { name: 'leavers-november.csv' })
  for (const fact of ['4 rows', '4 columns', 'GB18030', 'comma']) {
    await expect(list.getByText(fact, { exact: true })).toBeVisible()
  }
  await expect(list.getByLabel('Use of column 1, 工号')).toHaveValue('id')
  await expect(list.getByLabel('Use of column 2, 姓名')).toHaveValue('name')
  await expect(list.getByRole('row', { name: /1\.86E\+10/ })).toContainText('Number format lost')
  await expect(list.getByText('Leading zeros are kept')).toBeVisible()
  await expect(list.getByText('1 cell was rounded by a spreadsheet: row 3')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('leavers-november')
  await expect(page.getByText(/^Draft saved \d\d:\d\d:\d\d$/)).toBeVisible()

  await untilChecked(page, 4)
  const summary = page.getByRole('region', { name: 'List', exact: true })
  for (const fact of [
    'Resign',
    'leavers-november.csv',
    '4 rows',
    'HR-2231, asked for by Sun Tao',
  ]) {
    await expect(summary.getByText(fact, { exact: true })).toBeVisible()
  }
  await expect(page.getByRole('row', { name: /0010118/ })).toContainText('Name differs')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the check as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^batch-\d+-check\.csv$/)
  expect(touchedIn(await world.ledger())).toEqual([])
})

test('Columns are told anew, and the check begins again', async ({ page, signIn }) => {
  await signIn(page, 'Chen Jing')
  await newBatch(page, 'Resign')
  const rows = ['Bai Lu,x,bailu', 'Gu Yan,x,ｇｕｙａｎ'].join('\n')
  await dropFiles(page, [{ name: 'mixed.csv', bytes: rows }])
  const list = page.getByRole('article', { name: 'mixed.csv' })
  await list.getByLabel('Use of column 3').selectOption('Id column')
  await expect(list.getByLabel('Use of column 3')).toHaveValue('id')
  await expect(list.getByRole('row', { name: /guyan/ })).toContainText('as written ｇｕｙａｎ')
  await list.getByLabel('Use of column 1').selectOption('Name column')
  await expect(list.getByText(/^Is there a column with names/)).toBeHidden()
  await list.getByRole('checkbox', { name: 'First line names the columns' }).check()
  await expect(list.getByText('1 row', { exact: true })).toBeVisible()
  await list.getByRole('checkbox', { name: 'First line names the columns' }).uncheck()
  await expect(list.getByText('2 rows', { exact: true })).toBeVisible()
  await list.getByRole('combobox', { name: 'Kind of id' }).selectOption('Username')
  await untilChecked(page, 2)
  await expect(page.getByRole('row', { name: /Bai Lu/ })).toContainText('Username')

  await page.reload()
  await page.getByRole('button', { name: 'Edit list' }).click()
  await expect(list.getByLabel('Use of column 3')).toHaveValue('id')
  await expect(list.getByRole('combobox', { name: 'Kind of id' })).toHaveValue('username')
})

test('More lines come after the list, and another file in its place', async ({ page, signIn }) => {
  await signIn(page, 'Chen Jing')
  await newBatch(page, 'Suspend')
  await page.getByRole('textbox', { name: /^Paste/ }).fill('bailu\tBai Lu\nguyan\tGu Yan')
  await page.getByRole('button', { name: 'Add 2 lines' }).click()
  await expect(page.getByRole('article', { name: 'Pasted lines' })).toContainText('2 rows')

  await page.getByRole('button', { name: 'Paste more' }).click()
  const box = page.getByRole('textbox', { name: /^Paste/ })
  await expect(box).toBeFocused()
  await box.fill('pengfei\tPeng Fei')
  await page.getByRole('button', { name: 'Add 1 line' }).click()
  await expect(page.getByText('2 lists, 3 rows')).toBeVisible()
  await expect(box).toBeHidden()

  await dropFiles(page, [{ name: 'others.tsv', bytes: 'username\tname\nzengxiang\t曾祥\n' }])
  await expect(page.getByText(/^others\.tsv: does it replace/)).toBeVisible()
  await page.getByRole('button', { name: 'Add to the list' }).click()
  await expect(page.getByText('3 lists, 4 rows')).toBeVisible()
  await page.getByRole('button', { name: 'Remove: others.tsv' }).click()
  await expect(page.getByText('2 lists, 3 rows')).toBeVisible()

  await dropFiles(page, [{ name: 'only.csv', bytes: 'ouyangna,欧阳娜' }])
  await page.getByRole('button', { name: 'Replace the list' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article', { name: 'only.csv' })).toContainText('1 row')
  await page.getByRole('button', { name: 'Remove: only.csv' }).click()
  await expect(page.getByText('Drop a file here, or anywhere on this page')).toBeVisible()
  await expect(page.getByText('Begins by itself with the first row.')).toBeVisible()
})
