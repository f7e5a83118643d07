import { expect, test } from './test.ts'

test('A kind that does not answer is named; those found stay, and trying again asks anew', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await world.switches({
    faults: [{ call: 'get-user', userIdType: 'phone', userId: '10023', behave: 'hang' }],
  })
  await signIn(page, 'Chen Jing', world)
  const field = page.getByRole('searchbox')
  await field.fill('10023')
  await field.press('Enter')

  const lost = page.getByText('One of three lookups did not answer: phone.')
  const cards = page.getByRole('article')
  await expect(lost).toBeVisible()
  await expect(cards).toContainText([/Li Wei.*Found as external ID/, /Wu Di.*Found as username/])

  await world.switches({ faults: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(lost).toBeHidden()
  await expect(page.getByRole('heading', { name: '3 users match “10023”.' })).toBeVisible()
  await expect(cards).toContainText([/Ma Chao/, /Li Wei/, /Wu Di/])
})

test('A single hit does not open by itself while another kind has not answered', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await world.switches({
    faults: [{ call: 'get-user', userIdType: 'username', userId: '13900227781', behave: 'hang' }],
  })
  await signIn(page, 'Chen Jing', world)
  const field = page.getByRole('searchbox')
  await field.fill('13900227781')
  await field.press('Enter')
  await expect(page.getByText('One of three lookups did not answer: username.')).toBeVisible()
  await expect(page.getByRole('article')).toContainText([/Gao Xiang.*Found as phone/])
  await expect(page).toHaveURL((url) => url.pathname === '/users')

  await page.getByRole('article').getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Gao Xiang' })).toBeVisible()
})
