import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** Somebody comes back to the page, and it reads again what it shows. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
}

test('A list of batches that cannot be read again stays, says so, and tries again', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('row').getByRole('checkbox').nth(1).check()
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(page).toHaveURL(/\/batches\/1$/)

  // A page beyond the last leads to the last.
  await page.goto(`${world.url}/batches?page=9`)
  const batch = page.getByRole('table', { name: 'Batches' }).getByText('#1', { exact: true })
  await expect(batch).toBeVisible()
  await expect(page).toHaveURL(`${world.url}/batches`)

  await world.killProduct()
  await comeBack(page)
  const old = page.getByRole('status').filter({ hasText: 'could not be read again' })
  await expect(old).toContainText(
    'The batches could not be read again. What is shown may be old. No answer came from the server.',
  )
  await expect(batch).toBeVisible()
  await world.startProduct()
  await old.getByRole('button', { name: 'Try again' }).click()
  await expect(old).toBeHidden()
  await expect(batch).toBeVisible()
})
