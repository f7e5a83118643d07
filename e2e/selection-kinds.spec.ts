import { showLeavers, tickedIn } from './deletion.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

const kinds = [
  { button: 'Suspend…', kind: 'Suspend' },
  { button: 'Resign…', kind: 'Resign' },
  { button: 'Delete…', kind: 'Delete' },
]

for (const { button, kind } of kinds) {
  test(`${button} makes a new batch of exactly those who are selected`, async ({
    page,
    signIn,
    world,
  }) => {
    await signIn(page, 'Chen Jing')
    await page.getByRole('checkbox', { name: 'Select Wu Di', exact: true }).check()
    await page.getByRole('checkbox', { name: 'Select Amelie Jansen', exact: true }).check()
    const ticked = await tickedIn(page)
    const bar = page.getByRole('region', { name: 'Selection' })
    await expect(bar.getByRole('button')).toHaveText([
      'Show',
      'Clear',
      ...kinds.map((each) => each.button),
    ])
    const asked = page.waitForRequest((request) => request.url().endsWith('/api/batches'))
    await bar.getByRole('button', { name: button }).click()
    const body: unknown = (await asked).postDataJSON()
    expect(body).toEqual({ kind: kind.toLowerCase(), userIds: ticked })

    await expect(page).toHaveURL(/\/batches\/\d+$/)
    const rows = page.getByRole('main').getByRole('row')
    await expect(rows.filter({ hasText: 'Wu Di' })).toHaveCount(1)
    await expect(rows.filter({ hasText: 'Amelie Jansen' })).toHaveCount(1)
    await page.getByRole('link', { name: 'Users' }).first().click()
    await expect(bar).toBeHidden()
    expect(writesIn(await world.ledger())).toEqual([])
  })
}

test('Somebody found by an id is added to the selection from their panel, and taken out again', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'Chen Jing')
  await page.getByRole('checkbox', { name: 'Select Wu Di', exact: true }).check()
  await openPerson(page, 'liwei', 'Li Wei')
  const more = page.getByRole('button', { name: 'More actions' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Add to batch' }).click()
  await expect(more).toBeFocused()
  await expect(
    page.getByText('Li Wei is selected for a batch. 2 selected.', { exact: true }),
  ).toBeAttached()
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('2 selected')
  await more.click()
  await expect(page.getByRole('menuitem', { name: 'Add to batch' })).toHaveCount(0)
  await expect(page.getByRole('menuitem', { name: 'In the selection' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('table', { name: '2 selected users' })).toContainText('Li Wei')

  // Without the list beside them, the panel itself says so.
  const line = page.getByText('Selected for a batch already. 2 selected.')
  await expect(line).toBeHidden()
  await page.setViewportSize({ width: 1000, height: 800 })
  await expect(line).toBeVisible()
  await page.getByRole('button', { name: 'Take out' }).click()
  await expect(line).toBeHidden()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(bar).toContainText('1 selected')
})

test('On a phone nobody is added to a batch', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'Chen Jing')
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['End sessions', 'Delete…'])
})

test('Somebody who has left can only be deleted', async ({ page, signIn }) => {
  await signIn(page, 'Chen Jing')
  await showLeavers(page)
  await openPerson(page, 'machao', 'Ma Chao')
  const panel = page.getByRole('region', { name: 'User details' })
  await expect(panel.getByRole('button', { name: 'Delete…' })).toBeVisible()
  await expect(
    panel.getByRole('button', { name: /^(Suspend|Reactivate|Resign|More actions)/ }),
  ).toHaveCount(0)
})

test('A viewer is offered none of the acts, and one line says why', async ({ page, signIn }) => {
  await signIn(page, 'Sun Tao')
  await openPerson(page, 'liwei', 'Li Wei')
  await expect(
    page.getByText('Your role is Viewer. Acting on users needs the role Operator.'),
  ).toBeVisible()
  await expect(
    page.getByRole('button', { name: /^(Suspend|Reactivate|Resign|Delete|Unlink|More actions)/ }),
  ).toHaveCount(0)
})
