import { dropFiles, newBatch } from './list.ts'
import { expect, test } from './test.ts'
import { startWorld } from './world.ts'

const workbook = Buffer.from('504b03041400060008000000210062ee9d68', 'hex')

test('What cannot be a list is refused beside the list, and what was typed stays', async ({
  page,
  signIn,
}) => {
  const world = await startWorld(0, { BATCH_MAX: '3' })
  try {
    await signIn(page, 'Chen Jing', world)
    await newBatch(page, 'Resign')
    await page.getByRole('textbox', { name: 'Title' }).fill('November leavers')
    const refusal = page.getByRole('region', { name: 'Who is on the list' }).getByRole('alert')

    await dropFiles(page, [{ name: 'leavers.xlsx', bytes: workbook }])
    await expect(refusal).toHaveText(/^leavers\.xlsx is not a text file\. Save the sheet as CSV/)
    await dropFiles(page, [
      { name: 'a.csv', bytes: 'bailu' },
      { name: 'b.csv', bytes: 'guyan' },
    ])
    await expect(refusal).toHaveText(/^2 files at once/)
    await dropFiles(page, [{ name: 'empty.csv', bytes: '' }])
    await expect(refusal).toHaveText('empty.csv is empty. Nothing was sent.')
    await dropFiles(page, [{ name: 'big.csv', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 97) }])
    await expect(refusal).toHaveText(
      'big.csv has 20.1 MB; a list may have 20 MB. Nothing was sent.',
    )

    // Under another name only the proxy can see what it is.
    await dropFiles(page, [{ name: 'leavers.csv', bytes: workbook }])
    await expect(refusal).toContainText('It does not read as text in rows and columns.')
    await expect(refusal).toContainText('This is a ZIP archive or a workbook;')
    await dropFiles(page, [{ name: 'open.csv', bytes: 'wangfang\n"guyan' }])
    await expect(refusal).toContainText('the row that begins on line 2 is never closed.')
    await dropFiles(page, [{ name: 'four.csv', bytes: 'bailu\nguyan\npengfei\nwangfei\n' }])
    await expect(refusal).toContainText('It would be more than 3 rows')
    await expect(refusal).toContainText('at most 3 fit in one batch.')
    const box = page.getByRole('textbox', { name: /^Paste/ })
    await box.fill(' \n\t\n')
    await expect(page.getByRole('button', { name: 'Add lines' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await expect(page).toHaveURL(`${world.url}/batches/new`)
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('November leavers')
    await expect(page.getByRole('radio', { name: 'Resign' })).toBeChecked()

    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Batches' })
      .click()
    await expect(page.getByText('No batches yet.')).toBeVisible()
  } finally {
    await world.end()
  }
})

test('A list that did not arrive is sent again by hand, and is there once', async ({
  page,
  signIn,
  context,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await newBatch(page, 'Suspend')
  const box = page.getByRole('textbox', { name: /^Paste/ })
  await box.fill('bailu\nguyan')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Add 2 lines' }).click()
  await expect(page.getByText('No answer came from the server.')).toBeVisible()
  await expect(box).toHaveValue('bailu\nguyan')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article', { name: 'Pasted lines' })).toContainText('2 rows')

  // Written while nothing can be saved.
  const reason = page.getByRole('textbox', { name: 'Reason or ticket' })
  await context.setOffline(true)
  await reason.fill('HR-2231')
  await expect(page.getByText('Not saved. No answer came from the server.').first()).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByText(/^Draft saved /)).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Batches' })
    .click()
  await expect(page.getByRole('table', { name: 'Batches' }).getByRole('row')).toHaveCount(2)
})
