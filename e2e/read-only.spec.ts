import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { startWorld } from './world.ts'

test('While nothing is sent to GenAuth, no act is offered, and one line says why', async ({
  page,
  signIn,
}) => {
  const world = await startWorld(0, { READ_ONLY: '1' })
  try {
    const why = 'Leaver Desk is read-only now: nothing is sent to GenAuth.'
    await signIn(page, 'Chen Jing', world)
    await page.getByRole('checkbox', { name: 'Select Li Wei', exact: true }).check()
    const bar = page.getByRole('region', { name: 'Selection' })
    await expect(bar).toContainText('1 selected')
    await expect(bar).toContainText(why)
    await expect(bar.getByRole('button')).toHaveText(['Show', 'Clear'])
    await bar.getByRole('button', { name: 'Clear' }).click()

    await openPerson(page, 'liwei', 'Li Wei')
    await expect(page.getByText(why)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Sync relations' })).toContainText(
      'Feishu directory',
    )
    for (const act of [/^Resign/, 'More actions', /^Suspend/, /^Unlink/, /^Delete/]) {
      await expect(page.getByRole('button', { name: act })).toHaveCount(0)
    }
  } finally {
    await world.end()
  }
})
