import { expectNothingSerious } from './axe.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'

test('Nothing serious in the directory, in a selection, and in what a lookup finds', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Chen Jing')
  await expect(page.getByRole('table', { name: 'Directory' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select Wu Di' }).check()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('table', { name: '1 selected user' })).toBeVisible()
  await expectNothingSerious(page)

  const field = page.getByRole('searchbox')
  await field.fill('10023')
  await field.press('Enter')
  await expect(page.getByRole('article')).toHaveCount(3)
  await expectNothingSerious(page)
  await field.fill('nobody@hanlin.example')
  await field.press('Enter')
  await expect(page.getByText(/^No user matches/)).toBeVisible()
  await expectNothingSerious(page)
  await page.goto(`${world.url}/users/0123456789abcdef01234567`)
  await expect(page.getByText('No user has this id.')).toBeVisible()
  await expectNothingSerious(page)
})

test('Nothing serious about a person, and in each question asked about them', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'Chen Jing')
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: /^Roles/ }).click()
  await expectNothingSerious(page)
  const questions = [
    { open: page.getByRole('button', { name: /^Unlink.*Feishu/ }), asks: /^Unlink Feishu/ },
    { open: page.getByRole('button', { name: /^Delete relation/ }), asks: /^Delete the/ },
    { open: page.getByRole('button', { name: 'Resign…' }), asks: 'Resign Li Wei?' },
    { open: page.getByRole('menuitem', { name: 'Delete…' }), asks: 'Delete Li Wei?' },
  ]
  for (const { open, asks } of questions) {
    if (asks === 'Delete Li Wei?') {
      await page.getByRole('button', { name: 'More actions' }).click()
      await expectNothingSerious(page)
    }
    await open.click()
    await expect(page.getByRole('alertdialog', { name: asks })).toBeVisible()
    await expectNothingSerious(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeHidden()
  }
})

test('Nothing serious about somebody who is gone', async ({ page, signIn, ownWorld: world }) => {
  const { userId } = await world.person('ma-chao')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'machao', 'Ma Chao')
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await page.getByLabel('Type machao to delete').fill('machao')
  await page.getByRole('button', { name: 'Delete Ma Chao' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Deleted. Checked at' })).toBeVisible()
  await expectNothingSerious(page)
  await page.goto(`${world.url}/users/${userId}`)
  await expect(page.getByText('This user no longer exists.')).toBeVisible()
  await expectNothingSerious(page)
})
