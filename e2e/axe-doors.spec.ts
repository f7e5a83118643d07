import { expectNothingSerious } from './axe.ts'
import { expect, test } from './test.ts'

test('Nothing serious before somebody is signed in', async ({ page, world }) => {
  await page.goto(world.url)
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expectNothingSerious(page)
  await page.goto(`${world.url}/sign-in?problem=sign_in_failed`)
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expectNothingSerious(page)
})

test('Nothing serious for somebody without a role', async ({ page, world }) => {
  await page.goto(world.url)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'without a role' }).click()
  const name = 'You may sign in but have no role here.'
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('button', { name: '切换到中文' })).toBeVisible()
  await expectNothingSerious(page)
})

test('Nothing serious at an address without a page, and in the menu of the operator', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Sun Tao')
  await page.goto(`${world.url}/nowhere`)
  await expect(page.getByText('Nothing is at this address.')).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Sun Tao Viewer' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectNothingSerious(page)
})
