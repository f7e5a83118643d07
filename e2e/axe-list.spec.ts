import { expectNothingSerious } from './axe.ts'
import { dropFiles, header, newBatch } from './list.ts'
import { expect, test } from './test.ts'

test('Nothing serious while a list is made', async ({ page, signIn, ownWorld: world }) => {
  await signIn(page, 'Chen Jing', world)
  await newBatch(page, 'Resign')
  await expectNothingSerious(page)
  await dropFiles(page, [{ name: 'leavers.xlsx', bytes: 'PK' }])
  await expect(page.getByText(/^leavers\.xlsx is not a text file/)).toBeVisible()
  await expectNothingSerious(page)

  const rows = `${header}\n0010119,王芳,华东零售,2026-11-27\n1.86E+10,沈睿,法务部,2026-11-27\n`
  await dropFiles(page, [{ name: 'leavers.csv', bytes: rows }])
  await page
    .getByRole('article', { name: 'leavers.csv' })
    .getByLabel(/姓名/)
    .selectOption('Not used')
  await expect(page.getByText(/^Is there a column with names/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open the check' })).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Paste more' }).click()
  await dropFiles(page, [{ name: 'one.csv', bytes: 'bailu' }])
  await expect(page.getByText('2 lists, 3 rows')).toBeVisible()
  await dropFiles(page, [{ name: 'two.csv', bytes: 'guyan' }])
  await expect(page.getByText(/^two\.csv: does it replace/)).toBeVisible()
  await expectNothingSerious(page)
})
