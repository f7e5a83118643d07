import {
  approve,
  askForApproval,
  ledgerFromNow,
  limits,
  plainIn,
  questionAbout,
} from './approval.ts'
import { expectNothingSerious } from './axe.ts'
import { moveSessions } from './older.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

test.use({ users: 100, product: limits })

const tooOld = -6 * 60
const once = /^For this you sign in once more\./

test('Whoever approves a resignation signs in once more, and finds the words still typed; somebody else does not', async ({
  page,
  another,
  signIn,
  world,
}) => {
  const asked = await ledgerFromNow(world)
  await signIn(page, 'Chen Jing')
  await questionAbout(page, world, { kind: 'resign', userIds: await plainIn(world, 7) })
  await askForApproval(page, 'resign 7')
  const address = page.url()

  const tab = await another()
  const words = tab.getByRole('textbox', { name: 'Type resign 7 to approve' })
  const leave = tab.getByRole('button', { name: 'Sign in and approve' })
  await signIn(tab, 'Wang Lan', world)
  await tab.goto(address)
  await words.fill('resign 7')
  await tab.reload()
  await expect(words, 'a mere reload types nothing').toHaveValue('')

  // The page thinks that the sign-in is fresh enough, until it is refused.
  moveSessions(world, { proved: tooOld })
  await approve(tab, 'resign 7')
  await expect(tab.getByText(once)).toBeVisible()
  await leave.click()
  await tab.getByRole('button', { name: 'Lin Mei' }).click()
  await expect(tab.getByRole('searchbox')).toBeVisible()
  await tab.goto(address)
  await expect(tab.getByText('Approving needs the role Approver.')).toBeVisible()
  const kept = await tab.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(kept).not.toContain('resign 7')

  await tab.context().clearCookies()
  await signIn(tab, 'Wang Lan', world)
  moveSessions(world, { proved: tooOld })
  await tab.goto(address)
  await words.fill('resign 7')
  await leave.click()
  await tab.getByRole('button', { name: 'Wang Lan' }).click()
  await expect(words).toHaveValue('resign 7')
  expect(tab.url()).toBe(address)

  // Half a reason for sending it back is kept over an ended session too, and for this list alone.
  const decline = tab.getByRole('button', { name: 'Decline…' })
  const why = tab.getByRole('alertdialog').getByRole('textbox', { name: 'Reason' })
  await decline.click()
  await expect(why).toBeFocused()
  await why.fill('Bai Lu stays')
  await tab.context().clearCookies()
  await tab.reload()
  await tab.getByRole('link', { name: 'Sign in' }).click()
  await tab.getByRole('button', { name: 'Wang Lan' }).click()
  await expect(why).toHaveValue('Bai Lu stays')
  await tab.keyboard.press('Escape')
  await expect(decline).toBeFocused()
  await tab.reload()
  await expect(decline).toBeVisible()
  await expect(why, 'once').toHaveCount(0)
  await words.fill('resign 7')
  await tab.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(tab.getByText('Approved. Chen Jing starts it.')).toBeVisible()

  await page.reload()
  await expect(page.getByText(once)).toBeVisible()
  await page.getByRole('button', { name: 'Sign in and start' }).click()
  await page.getByRole('button', { name: 'Chen Jing' }).click()
  const start = page.getByRole('button', { name: 'Start', exact: true })
  await expect(start).toBeVisible()
  expect(writesIn(await asked()), 'nothing is sent by itself').toEqual([])
  await start.click()
  await expect(
    page.getByRole('heading', { level: 1, name: '7 resigned and checked.' }),
  ).toBeVisible()
})

test('Whoever starts alone finds title, reason and words again, one press from the start', async ({
  page,
  signIn,
  world,
}) => {
  const asked = await ledgerFromNow(world)
  await signIn(page, 'Lin Mei')
  moveSessions(world, { proved: tooOld })
  await questionAbout(page, world, { kind: 'resign', userIds: await plainIn(world, 1) })
  const title = page.getByRole('textbox', { name: 'Title' })
  const reason = page.getByRole('textbox', { name: 'Reason or ticket' })
  const words = page.getByRole('textbox', { name: 'Type resign 1 to start' })
  await title.fill('One leaver')
  const leave = page.getByRole('button', { name: 'Sign in and start' })
  await expect(leave).toHaveAttribute('aria-disabled', 'true')
  await expectNothingSerious(page)
  await words.fill('resign 1')
  await leave.click()
  await page.getByRole('button', { name: 'Lin Mei' }).click()

  await expect(page.getByRole('heading', { name: 'Resign 1 person?' })).toBeVisible()
  await expect(title).toHaveValue('One leaver')
  await expect(reason).toHaveValue('HR-2231')
  await expect(words).toHaveValue('resign 1')
  expect(writesIn(await asked()), 'nothing is sent by itself').toEqual([])
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: '1 resigned and checked.' }),
  ).toBeVisible()
})
