import { expect, test } from './test.ts'

test('Nobody is an answer: it says as what, and offers another kind or the search by name', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'Chen Jing')
  const field = page.getByRole('searchbox')
  await field.fill('gao.xiang@hanlin')
  await expect(page.getByText('Looks like an e-mail')).toBeVisible()
  await field.press('Enter')
  await expect(
    page.getByText('No user matches “gao.xiang@hanlin” as e-mail, username or external ID.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Try another kind' }).click()
  await expect(page.getByRole('combobox', { name: 'Look up as' })).toBeFocused()

  await page.getByRole('button', { name: 'Search by name' }).click()
  const table = page.getByRole('table', { name: 'Users by name' })
  await expect(field).toHaveValue('gao.xiang@hanlin')
  await table.getByRole('link', { name: 'Gao Xiang' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Gao Xiang' })).toBeVisible()

  await field.fill('tanxin')
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tan Xin' })).toBeVisible()
})

test('A name leads to whoever bears it, found by name', async ({ page, signIn }) => {
  await signIn(page, 'Chen Jing')
  await page.getByRole('searchbox').fill('Siobhán')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText('No id matches “Siobhán”, but 1 user does by name.')).toBeVisible()
  const card = page.getByRole('article').filter({ hasText: 'Found by name' })
  await card.getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 2, name: "Siobhán O'Brien" })).toBeVisible()
})

test('The menu under the field decides as what a value is looked up', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Chen Jing')
  const field = page.getByRole('searchbox')
  const menu = page.getByRole('combobox', { name: 'Look up as' })
  await expect(menu.getByRole('option')).toHaveText([
    'Auto',
    'User ID',
    'E-mail',
    'Phone',
    'Username',
    'External ID',
    'Identity',
    'Sync relation',
  ])
  const before = (await world.ledger()).length
  await menu.selectOption('Username')
  await field.fill('10023')
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Wu Di' })).toBeVisible()
  const asked = (await world.ledger()).slice(before).filter(({ ids }) => ids.includes('10023'))
  expect(asked.map(({ call, userIdType }) => ({ call, userIdType }))).toEqual([
    { call: 'get-user', userIdType: 'username' },
  ])
})
