import { dropFiles, newBatch, untilChecked } from './list.ts'
import { expect, test } from './test.ts'

const two = { name: 'two.csv', bytes: 'username,name\nbailu,Bai Lu\nguyan,Gu Yan\n' }

test('A draft outlives a reload and a new sign-in, and stands among the batches', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'Chen Jing')
  await newBatch(page, 'Resign')
  await dropFiles(page, [two])
  await expect(page.getByRole('article', { name: 'two.csv' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Title' }).fill('November leavers')
  const reason = page.getByRole('textbox', { name: 'Reason or ticket' })
  await reason.fill('HR-2231')
  await reason.blur()
  await expect(page.getByText(/^Draft saved /)).toBeVisible()
  await untilChecked(page, 2)
  await page.reload()
  await page.getByRole('button', { name: 'Edit list' }).click()
  await expect(reason).toHaveValue('HR-2231')
  await expect(page.getByText(/^Draft saved/)).toBeVisible()

  await page.getByRole('button', { name: 'Chen Jing' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await signIn(page, 'Chen Jing')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Batches' })
    .click()
  const row = page.getByRole('table', { name: 'Batches' }).getByRole('row').nth(1)
  await expect(row).toContainText('Resign')
  await expect(row).toContainText('Checked')
  await row.getByRole('link', { name: 'November leavers' }).click()
  await page.getByRole('button', { name: 'Edit list' }).click()
  await expect(page.getByRole('article', { name: 'two.csv' })).toContainText('2 rows')
  await expect(reason).toHaveValue('HR-2231')
})

test('What is typed when the session ends is there again afterwards', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Chen Jing')
  await newBatch(page, 'Delete')
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await page.getByRole('textbox', { name: /^Paste/ }).fill('bailu\nguyan')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Add 2 lines' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()

  await expect(page).toHaveURL(`${world.url}/batches/new`)
  await expect(page.getByRole('radio', { name: 'Delete' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('HR-2231')
  await page.getByRole('button', { name: 'Add 2 lines' }).click()
  await expect(page.getByRole('article', { name: 'Pasted lines' })).toContainText('2 rows')
  await expect(page.getByText(/^Draft saved /)).toBeVisible()
  await page.reload()
  await expect(page.getByText('HR-2231')).toBeVisible()
})

test('Whoever did not make a draft reads it, and a phone makes none', async ({
  page,
  signIn,
  world,
  another,
}) => {
  await signIn(page, 'Chen Jing')
  await newBatch(page, 'Resign')
  await dropFiles(page, [two])
  await expect(page.getByRole('article', { name: 'two.csv' })).toBeVisible()
  const address = page.url()

  const other = await another()
  await signIn(other, 'Sun Tao')
  await other.goto(address)
  await other.getByRole('button', { name: 'Show the list' }).click()
  await expect(other.getByRole('article', { name: 'two.csv' })).toContainText('Name column')
  await expect(other.getByRole('button', { name: 'Replace' })).toBeHidden()
  await expect(other.getByRole('textbox')).toHaveCount(0)
  await dropFiles(other, [{ name: 'else.csv', bytes: 'pengfei' }])
  await expect(other.getByText(/^else\.csv/)).toBeHidden()
  await other.close()

  await page.setViewportSize({ width: 390, height: 844 })
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Batches' })
    .click()
  await expect(page.getByRole('link', { name: 'two' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New batch' })).toBeHidden()
  await page.goto(`${world.url}/batches/new`)
  await expect(page.getByText(/^On a narrow screen/)).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
})
