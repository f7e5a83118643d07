import { expectNothingSerious } from './axe.ts'
import { checkDeletion, confirmDeletion, showLeavers, tickLeavers } from './deletion.ts'
import { expect, test } from './test.ts'

test('Nothing serious from an empty list of batches to a confirmation', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('link', { name: 'Batches' }).click()
  await expect(page.getByText('No batches yet.')).toBeVisible()
  await expectNothingSerious(page)
  await page.goto(`${world.url}/batches/7`)
  await expect(page.getByText('There is no such batch.')).toBeVisible()
  await expectNothingSerious(page)

  await page.getByRole('link', { name: 'Users' }).click()
  await showLeavers(page)
  for (const at of [1, 2, 3]) await page.getByRole('checkbox').nth(at).check()
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Activated')
  await page.getByRole('checkbox', { name: 'Select Wu Di' }).check()
  await page.getByRole('checkbox', { name: 'Select Chen Jing', exact: true }).check()
  // GenAuth wants rest for a while, so that the check takes its time.
  await world.switches({ faults: [{ call: 'get-user-batch', behave: '429' }] })
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(page.getByText(/^Runs by itself: /)).toBeVisible()
  await expectNothingSerious(page)
  await world.switches({ faults: [] })
  await page.getByRole('button', { name: 'Accept: Wu Di' }).click()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Discard draft' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Discard this draft?' })).toBeVisible()
  await expectNothingSerious(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Go on with 4' }).click()
  await expect(page.getByRole('heading', { name: 'Delete 4 people?' })).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await page.getByRole('textbox', { name: 'Type delete 4 to start' }).fill('delete 4')
  await expect(page.getByText('Matches')).toBeVisible()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('heading', { name: '4 deleted and checked.' })).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('link', { name: 'Batches' }).first().click()
  await expect(page.getByRole('table', { name: 'Batches' })).toContainText('Finished')
  await expectNothingSerious(page)
})

test('Nothing serious while a batch runs, waits and has ended', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const chosen = await tickLeavers(page, 1)
  const last = chosen.at(-1) ?? ''
  await checkDeletion(page, chosen.length)
  // After the small first chunk GenAuth wants rest for a while; then it shows somebody who changed.
  await world.switches({ faults: [{ call: 'get-user-batch', userId: last, behave: '429' }] })
  await world.genauth.updateUser({ userId: last, nickname: 'Somebody else' })
  await confirmDeletion(page, chosen.length)
  const bar = page.getByRole('progressbar', { name: 'Progress of the batch' })
  await expect(bar).toHaveAttribute('aria-valuetext', `5 of ${chosen.length}`)
  await expectNothingSerious(page)
  await world.switches({ faults: [] })
  await expect(page.getByRole('heading', { name: /^Paused: / })).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: /^Stopped\. 5 deleted/ })).toBeVisible()
  await expectNothingSerious(page)
})
