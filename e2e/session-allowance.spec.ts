import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test.use({ own: { product: { APPROVAL_ABOVE: '1' } } })

test('Whoever has acted on enough people is offered a batch that somebody else approves', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const suspend = page.getByRole('button', { name: 'Suspend', exact: true })
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  await suspend.click()
  await page.getByRole('button', { name: 'Suspend Gao Xiang' }).click()
  await expect(page.getByText(/^Suspended\. Checked at/)).toBeVisible()

  await openPerson(page, 'liwei', 'Li Wei')
  await suspend.click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('HR-2231')
  await page.getByRole('button', { name: 'Suspend Li Wei' }).click()
  const question = page.getByRole('alertdialog', { name: 'Suspend Li Wei?' })
  await expect(question.getByRole('alert')).toContainText(
    'You have acted on as many people lately as one person may.',
  )
  expect(writesIn(await world.ledger())).toHaveLength(1)

  // On a phone nobody prepares a batch, so that none is begun there.
  const desk = page.viewportSize() ?? { width: 0, height: 0 }
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(question).toContainText('On a wider screen, a batch with this user alone')
  await expect(question.getByRole('button', { name: 'Make a batch of it' })).toHaveCount(0)
  await page.setViewportSize(desk)

  const { userId } = await world.person('li-wei')
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/batches'))
  await question.getByRole('button', { name: 'Make a batch of it' }).click()
  expect((await asked).postDataJSON()).toEqual({ kind: 'suspend', userIds: [userId] })
  await expect(page).toHaveURL(/\/batches\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('main').getByRole('row').filter({ hasText: 'Li Wei' })).toHaveCount(1)
  await expect(page.getByRole('main')).toContainText('HR-2231')
  expect(writesIn(await world.ledger())).toHaveLength(1)
})

test('What no batch does is left to somebody else', async ({ page, signIn, ownWorld: world }) => {
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'gaoxiang', 'Gao Xiang')
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByRole('button', { name: 'Suspend Gao Xiang' }).click()
  await expect(page.getByText(/^Suspended\. Checked at/)).toBeVisible()

  await openPerson(page, 'liwei', 'Li Wei')
  await page
    .getByRole('button', { name: /^Unlink source/ })
    .first()
    .click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: /^Unlink / }).click()
  await expect(question.getByRole('alert')).toContainText('Ask somebody else to do this one.')
  await expect(question.getByRole('button', { name: 'Make a batch of it' })).toHaveCount(0)
})
