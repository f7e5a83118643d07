import { approve, ledgerFromNow, limits, plainIn, questionAbout } from './approval.ts'
import { expectNothingSerious } from './axe.ts'
import { expect, test } from './test.ts'
import { touchedIn, writesIn } from './witness.ts'

test.use({ users: 100, product: limits })

test('A batch that is overtaken by other acts of the same person pauses, and somebody approves the rest', async ({
  page,
  another,
  signIn,
  ownWorld: world,
}) => {
  const [other = '', ...userIds] = await plainIn(world, 7)
  const last = userIds.at(-1) ?? ''
  const asked = await ledgerFromNow(world)
  await signIn(page, 'Chen Jing', world)
  await questionAbout(page, world, { kind: 'suspend', userIds })
  await page.getByRole('textbox', { name: 'Type suspend 6 to start' }).fill('suspend 6')
  const address = page.url()

  // After the small first chunk GenAuth wants rest for a while, and the same person acts on somebody else.
  await world.switches({ faults: [{ call: 'get-user-batch', userId: last, behave: '429' }] })
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const bar = page.getByRole('progressbar', { name: 'Progress of the batch' })
  await expect(bar).toHaveAttribute('aria-valuetext', '5 of 6')
  const tab = await page.context().newPage()
  await tab.goto(`${world.url}/users/${other}`)
  await tab.getByRole('button', { name: 'Suspend', exact: true }).click()
  await tab.getByRole('button', { name: /^Suspend ./ }).click()
  await expect(tab.getByText(/^Suspended\. Checked at/)).toBeVisible()
  await tab.close()
  await world.switches({ faults: [] })

  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Paused: the rest needs a second person.')
  await expect(
    page.getByText(
      /^A second person has to approve this: .* than the 6 that one person may act on/,
    ),
  ).toBeVisible()
  const resume = page.getByRole('button', { name: 'Resume' })
  await expect(resume).toHaveAttribute('aria-disabled', 'true')
  await resume.press('Enter')
  await expectNothingSerious(page)
  const sent = touchedIn(await asked())
  expect(sent).toHaveLength(6)

  const wangLan = await another()
  await signIn(wangLan, 'Wang Lan', world)
  await wangLan.goto(`${world.url}/batches?only=to_approve`)
  await expect(wangLan.getByRole('table', { name: 'Batches' })).toContainText('Waits for approval')
  await wangLan.goto(address)
  await expect(wangLan.getByLabel('What is to be approved')).toContainText('Fingerprint')
  await expectNothingSerious(wangLan)
  await approve(wangLan, 'suspend 6')
  await expect(wangLan.getByText('Approved. Chen Jing resumes it.')).toBeVisible()
  expect(touchedIn(await asked()), 'approving sends nothing').toEqual(sent)

  await expect(title).toHaveText('Paused: the rest is approved.')
  await resume.click()
  await expect(title).toHaveText('6 suspended and checked.')
  const writes = writesIn(await asked()).flatMap(({ ids }) => ids)
  expect(writes.toSorted()).toEqual([...userIds, other].toSorted())
})
