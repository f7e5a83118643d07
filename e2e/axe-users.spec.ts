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

test('Nothing serious about a person, in each question asked about them, and once they are gone', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  test.setTimeout(360_000)
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: /^Roles/ }).click()
  await expectNothingSerious(page)
  const dialog = page.getByRole('alertdialog')
  for (const opener of [/^Unlink.*Feishu/, /^Delete relation/, /^Suspend$/, 'Resign…']) {
    await page.getByRole('button', { name: opener }).click()
    await expect(dialog).toBeVisible()
    await expectNothingSerious(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await page.getByRole('button', { name: 'More actions' }).click()
  await expectNothingSerious(page)
  await page.getByRole('menuitem', { name: 'End sessions' }).click()
  await expect(dialog).toHaveAccessibleName('End 4 sessions of Li Wei?')
  await expectNothingSerious(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await openPerson(page, 'fangyi', 'Fang Yi')
  await expect(page.getByText(/^Suspended .+, not from here\.$/)).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Reactivate' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Reactivate Fang Yi?' })).toBeVisible()
  await expectNothingSerious(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const { userId } = await world.person('ma-chao')
  await openPerson(page, 'machao', 'Ma Chao')
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(dialog).toHaveAccessibleName('Delete Ma Chao?')
  await expectNothingSerious(page)
  await page.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await page.getByLabel('Type machao to delete').fill('machao')
  await page.getByRole('button', { name: 'Delete Ma Chao' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Deleted. Checked at' })).toBeVisible()
  await expectNothingSerious(page)
  await page.goto(`${world.url}/users/${userId}`)
  await expect(page.getByText('This user no longer exists.')).toBeVisible()
  await expectNothingSerious(page)
})
