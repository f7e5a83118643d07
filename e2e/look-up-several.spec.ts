import { expect, test } from './test.ts'

test('A number that is three people’s shows all three to compare, and opens nobody', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Chen Jing')
  const field = page.getByRole('searchbox')
  await field.fill('10023')
  await expect(page.getByText('Looks like a number')).toBeVisible()
  await field.press('Enter')

  await expect(page.getByRole('heading', { name: '3 users match “10023”.' })).toBeVisible()
  const cards = page.getByRole('article')
  // In the order of the kinds that were tried.
  await expect(cards).toContainText([
    /Ma Chao.*Found as phone/,
    /Li Wei.*Found as external ID/,
    /Wu Di.*Found as username/,
  ])
  await expect(page).toHaveURL((url) => url.pathname === '/users')
  const card = cards.filter({ hasText: 'Ma Chao' })
  await expect(card).toContainText('machao')
  await expect(card).toContainText('ma.chao@hanlin.example')
  await expect(card).toContainText('Resigned')

  const order = await cards.allTextContents()
  const { userId } = await world.person('ma-chao')
  await card.getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Ma Chao' })).toBeVisible()
  await expect(page).toHaveURL((url) => url.pathname === `/users/${userId}`)
  expect(await cards.allTextContents()).toEqual(order)
})

test('One of several people is opened without the mouse', async ({ page, signIn }) => {
  await signIn(page, 'Chen Jing')
  await page.keyboard.type('10023')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toHaveCount(3)

  const links = page.getByRole('article').getByRole('link', { name: 'Open' })
  await links.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Li Wei' })).toBeVisible()
})
