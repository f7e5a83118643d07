import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

/** Names that try to be more than text, and what a reader must see of them. */
const odd = {
  markup: ['<img src=x onerror=alert(1)>', '<b>Bobby</b>'],
  'a formula': ['=HYPERLINK("https://evil.example","Li Wei")', '@SUM(1+1)'],
  'a right-to-left override': ['Li U+202EieWU+202C', 'U+200F李伟'],
  'zero-width characters': ['LiU+200B WeiU+2060', '李U+200D伟'],
}

for (const [what, names] of Object.entries(odd)) {
  test(`A name with ${what} is text that everybody sees, in list, panel and dialog`, async ({
    page,
    signIn,
    world,
  }) => {
    const opened: string[] = []
    page.on('dialog', (dialog) => {
      opened.push(dialog.message())
      void dialog.dismiss()
    })
    await signIn(page, 'Chen Jing')
    const [name = '', otherName = ''] = names
    const field = page.getByRole('searchbox')
    await field.fill('odd.person.')
    await page.getByRole('combobox', { name: 'Look up as' }).selectOption('E-mail')
    await field.press('Enter')
    await page.getByRole('button', { name: 'Search by name' }).click()
    const table = page.getByRole('table', { name: 'Users by name' })
    const row = table.getByRole('row', { name })
    await expect(row).toContainText(otherName)

    await row.getByRole('link').click()
    await expect(
      page.getByRole('heading', { level: 2, name: `${name} ${otherName}` }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Resign…' }).click()
    const resign = page.getByRole('alertdialog', { name: `Resign ${name}?` })
    await expect(resign).toContainText(otherName)
    await expect(resign.getByRole('button', { name: `Resign ${name}` })).toBeDisabled()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete…' }).click()
    const remove = page.getByRole('alertdialog', { name: `Delete ${name}?` })
    await expect(remove.getByRole('button', { name: `Delete ${name}` })).toBeDisabled()

    await expect(page.getByRole('link', { name: 'evil' })).toHaveCount(0)
    await expect(page.locator('[src="x"], [href*="evil.example"], b')).toHaveCount(0)
    expect(opened).toEqual([])
    expect(writesIn(await world.ledger())).toEqual([])
  })
}

test('Somebody dressed up as Li Wei is not found by his username, nor deleted in his place', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('zero-width')
  const liWei = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('searchbox').fill('li\u200Bwei')
  await expect(page.getByText('Looked up as liwei')).toBeVisible()
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL((url) => url.pathname === `/users/${liWei.userId}`)

  await openPerson(page, 'E0019', 'LiU+200B WeiU+2060')
  await expect(page.getByText('liU+200Bwei', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete LiU+200B WeiU+2060?' })
  const remove = dialog.getByRole('button', { name: 'Delete LiU+200B WeiU+2060' })
  // A username that cannot be typed as it is seen gives way to the user id.
  const words = dialog.getByLabel(`Type ${userId} to delete`)
  await dialog.getByLabel('Reason or ticket (required)').fill('HR-2231')
  await words.fill('liwei')
  await words.press('Enter')
  await expect(dialog.getByText('Waiting for the user ID')).toBeVisible()
  await expect(remove).toBeDisabled()
  await words.fill(userId)
  await remove.click()
  await expect(page.getByText(/^Deleted\. Checked at/)).toBeVisible()
  expect(writesIn(await world.ledger())).toEqual([
    {
      call: 'delete-users-batch',
      ids: [userId],
      userIdType: 'user_id',
      effects: { [userId]: 'deleted' },
    },
  ])
})
