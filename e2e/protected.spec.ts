import { limits, protectedId } from './approval.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'

test.use({ users: 100, product: limits })

test('On somebody who is protected, and on oneself, no act is offered, and a line says why', async ({
  page,
  signIn,
  world,
}) => {
  expect((await world.person('li-wei')).userId).toBe(protectedId)
  const acts = page.getByRole('button', {
    name: /^(Resign|Delete|Unlink|Suspend|Reactivate|More actions)/,
  })
  await signIn(page, 'Wang Lan')
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  await expect(page.getByRole('button', { name: 'Resign…' })).toBeVisible()
  await openPerson(page, 'liwei', 'Li Wei')
  await expect(
    page.getByText('This user is protected: nobody may act on them from here.'),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sync relations' })).toContainText(
    'Feishu directory',
  )
  await expect(acts).toHaveCount(0)

  await openPerson(page, 'wanglan', 'Wang Lan')
  await expect(
    page.getByText('This is your own account: you cannot act on yourself.'),
  ).toBeVisible()
  await expect(acts).toHaveCount(0)
})
