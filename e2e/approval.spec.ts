import {
  approve,
  askForApproval,
  ledgerFromNow,
  limits,
  plainIn,
  questionAbout,
} from './approval.ts'
import { expectNothingSerious } from './axe.ts'
import { moveApprovals, moveRequests } from './older.ts'
import { expect, test } from './test.ts'
import { touchedIn, writesIn } from './witness.ts'

test.use({ users: 100, product: limits })

const why =
  'A second person has to approve this: 7 people are more than the 6 that one person may act on alone.'

test('A long list goes back with a reason, is asked for again, approved by somebody else, and started by who asked', async ({
  page,
  another,
  signIn,
  world,
}) => {
  const userIds = await plainIn(world, 7)
  const asked = await ledgerFromNow(world)
  await signIn(page, 'Chen Jing')
  await questionAbout(page, world, { kind: 'suspend', title: 'November leavers', userIds })
  await expect(page.getByText(why)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ask for approval' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expectNothingSerious(page)
  await askForApproval(page, 'suspend 7')
  await expect(page.getByText(/^Somebody else with the role Approver approves it/)).toBeVisible()
  await expectNothingSerious(page)
  const fingerprint = await page.getByLabel('What is to be approved').getByRole('code').innerText()
  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(page.getByText('等待第二人批准')).toBeVisible()
  await expect(page.getByText(/在您开始之前不会发送任何操作。/)).toBeVisible()
  await page.getByRole('button', { name: 'Switch to English' }).click()

  // Somebody else finds it among what waits, on a phone only to read.
  const wangLan = await another()
  await signIn(wangLan, 'Wang Lan', world)
  await wangLan.getByRole('link', { name: 'Batches' }).click()
  await wangLan.getByRole('button', { name: 'Waits for approval 1' }).click()
  await expect(wangLan).toHaveURL(/\?only=to_approve$/)
  await wangLan.getByRole('link', { name: 'November leavers' }).click()
  const facts = wangLan.getByLabel('What is to be approved')
  await expect(facts).toContainText('Chen Jing')
  await expect(facts).toContainText('HR-2231')
  await expect(facts.getByRole('code')).toHaveText(fingerprint)
  const frozen = wangLan.getByRole('table', { name: 'Everybody who will be suspended' })
  const usernames = frozen.getByText(/^[a-z][a-z\d.]+$/).filter({ visible: true })
  await expect(usernames, 'two of one name differ by it').not.toHaveCount(0)
  const desk = wangLan.viewportSize() ?? { width: 0, height: 0 }
  await wangLan.setViewportSize({ width: 390, height: 844 })
  await expect(wangLan.getByText('To approve, open this page on a wider screen.')).toBeVisible()
  await expect(usernames, 'on a phone too').not.toHaveCount(0)
  await expect(wangLan.getByRole('button', { name: /^(Approve|Decline)/ })).toHaveCount(0)
  await wangLan.setViewportSize(desk)
  await wangLan.getByRole('button', { name: 'Approve', exact: true }).press('Enter')
  const words = wangLan.getByRole('textbox', { name: 'Type suspend 7 to approve' })
  await expect(words).toBeFocused()
  await expectNothingSerious(wangLan)

  // Whoever typed the words already and then thinks better of it approves nothing.
  const sent: string[] = []
  wangLan.on('request', (request) => sent.push(new URL(request.url()).pathname))
  await words.fill('suspend 7')
  await wangLan.getByRole('button', { name: 'Decline…' }).click()
  const question = wangLan.getByRole('alertdialog', { name: 'Send this list back to Chen Jing?' })
  await question.getByRole('button', { name: 'Decline' }).press('Enter')
  await expect(question.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await expectNothingSerious(wangLan, { onPhone: false })
  await question.getByRole('textbox', { name: 'Reason' }).fill('Bai Lu stays until Friday')
  await question.getByRole('button', { name: 'Decline' }).click()
  await expect(wangLan.getByText(/^Sent back by Wang Lan at/)).toBeVisible()
  expect(sent.filter((path) => path.endsWith('/approve'))).toEqual([])

  // The page of whoever asked notices by itself.
  const told = page.getByText(/^Sent back by Wang Lan at .*: Bai Lu stays until Friday$/)
  await expect(told).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Check' })).toBeFocused()
  await expect(page.getByRole('heading', { level: 1, name: 'November leavers' })).toBeVisible()
  const aloud = page.locator('[data-announcer]').last()
  await expect(aloud).toHaveText('Wang Lan sent the list back: Bai Lu stays until Friday')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Go on with 7' }).click()
  await expect(told).toBeVisible()
  await askForApproval(page, 'suspend 7')
  await expect(told).toHaveCount(0)

  // What was typed for the list that went back agrees to nothing.
  await expect(words).toHaveValue('')
  await approve(wangLan, 'suspend 7', '停用 7')
  await expect(wangLan.getByText('Approved. Chen Jing starts it.')).toBeVisible()
  await expect(wangLan.getByRole('button', { name: 'Start' })).toHaveCount(0)
  expect(writesIn(await asked()), 'approving sends nothing').toEqual([])
  await expect(page.getByText(/^Approved by Wang Lan at .*, holds until /)).toBeVisible()
  await expect(aloud).toHaveText('Wang Lan approved the list. The next step is yours.')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: '7 suspended and checked.' }),
  ).toBeVisible()
  expect(touchedIn(await asked())).toEqual(userIds.toSorted())

  await wangLan.getByRole('link', { name: 'Batches' }).first().click()
  await wangLan.getByRole('button', { name: 'Waits for approval 0' }).click()
  await expect(wangLan.getByText('Nothing waits for approval.')).toBeVisible()
})

test('Nobody approves their own list, and whoever may not approve is told who may', async ({
  page,
  another,
  signIn,
  world,
}) => {
  const userIds = await plainIn(world, 7)
  await signIn(page, 'Wang Lan')
  await questionAbout(page, world, { kind: 'suspend', userIds })
  await askForApproval(page, 'suspend 7')
  await expect(page.getByText(/^You had a hand in this list, so somebody else/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Approve|Decline)/ })).toHaveCount(0)
  const address = page.url()

  const linMei = await another()
  await signIn(linMei, 'Lin Mei', world)
  await linMei.goto(address)
  await expect(linMei.getByText('Approving needs the role Approver.')).toBeVisible()
  await expect(linMei.getByText(/Nothing is sent before Wang Lan starts it\./)).toBeVisible()
  await expect(linMei.getByRole('button', { name: /^(Approve|Decline|Start)/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Discard draft' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard draft' }).click()
  await expect(page.getByText('This draft was discarded. Nothing was sent.')).toBeVisible()
})

test('A request that is taken back is not approved, and an approval that grew old starts nothing', async ({
  page,
  another,
  signIn,
  world,
}) => {
  const userIds = await plainIn(world, 7)
  const asked = await ledgerFromNow(world)
  await signIn(page, 'Chen Jing')
  await questionAbout(page, world, { kind: 'suspend', userIds })
  await askForApproval(page, 'suspend 7')
  const wangLan = await another()
  await signIn(wangLan, 'Wang Lan', world)
  await wangLan.goto(page.url())
  const words = wangLan.getByRole('textbox', { name: 'Type suspend 7 to approve' })
  await words.fill('suspend 7')
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(words).toHaveCount(0)
  const takenBack = 'Chen Jing took the request back; there is nothing to approve now.'
  await expect(wangLan.getByRole('main').getByText(takenBack)).toBeVisible()
  await expect(wangLan.locator('[data-announcer]').last()).toHaveText(takenBack)
  await askForApproval(page, 'suspend 7')
  // The same people, and asked about anew.
  await expect(words).toHaveValue('')
  await approve(wangLan, 'suspend 7')
  await expect(page.getByText(/^Approved by Wang Lan at /)).toBeVisible()
  await expect(wangLan.getByRole('main').getByText(takenBack)).toHaveCount(0)
  await expect(page.getByText('Checking again voids the approval by Wang Lan.')).toBeVisible()
  await page.getByRole('button', { name: 'Check again' }).click()
  await askForApproval(page, 'suspend 7')
  await approve(wangLan, 'suspend 7')
  await expect(page.getByText(/^Approved by Wang Lan at /)).toBeVisible()

  moveApprovals(world, -24 * 60 * 60 - 1)
  await page.reload()
  await expect(page.getByText(/^The approval by Wang Lan of .* no longer holds\./)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0)
  moveRequests(world, -1)
  await page.reload()
  await expect(page.getByText(/ has lapsed\. Check again and ask anew\.$/)).toBeVisible()
  await wangLan.reload()
  await expect(
    wangLan.getByText(/ has lapsed\. Chen Jing may check again and ask anew\.$/),
  ).toBeVisible()
  expect(writesIn(await asked())).toEqual([])
})
