import type { Page } from '@playwright/test'
import { ledgerFromNow, limits, plainIn, questionAbout } from './approval.ts'
import { expectNothingSerious } from './axe.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { touchedIn, writesIn } from './witness.ts'

test.use({ users: 100, product: limits })

const nextAsk = 15_000
const nothing = 'Everything is stopped for now: nothing is sent to GenAuth.'
const band = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Everything is stopped since' })

test('Somebody stops everything while a batch runs: it halts, everybody is told, and once an approver allows it again it is resumed', async ({
  page,
  another,
  signIn,
  ownWorld: world,
}) => {
  const [other = '', ...userIds] = await plainIn(world, 7)
  const last = userIds.at(-1) ?? ''
  const asked = await ledgerFromNow(world)
  await signIn(page, 'Wang Lan', world)
  await questionAbout(page, world, { kind: 'suspend', title: 'November leavers', userIds })
  await page.getByRole('textbox', { name: 'Type suspend 6 to start' }).fill('suspend 6')
  const linMei = await another()
  await signIn(linMei, 'Lin Mei', world)
  await linMei.goto(`${world.url}/users/${other}`)
  await linMei.getByRole('button', { name: 'Suspend', exact: true }).click()
  const chenJing = await another()
  await chenJing.clock.install()
  await signIn(chenJing, 'Chen Jing', world)

  await chenJing.getByRole('button', { name: 'Chen Jing' }).click()
  await chenJing.getByRole('menuitem', { name: 'Stop everything…' }).click()
  const question = chenJing.getByRole('alertdialog', { name: 'Stop everything?' })
  await expect(question).toContainText('Batches that run pause within one chunk')
  await expectNothingSerious(chenJing)
  await question.getByRole('textbox', { name: 'Reason' }).fill('Wrong list')

  // After the small first chunk GenAuth wants rest for a while.
  await world.switches({ faults: [{ call: 'get-user-batch', userId: last, behave: '429' }] })
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const bar = page.getByRole('progressbar', { name: 'Progress of the batch' })
  await expect(bar).toHaveAttribute('aria-valuetext', '5 of 6')
  await question.getByRole('button', { name: 'Stop everything' }).click()
  await expect(band(chenJing)).toHaveText(
    /^Everything is stopped since \d\d:\d\d by Chen Jing: Wrong list\. Nothing is sent to GenAuth\. Somebody with the role Approver can allow it again\.$/,
  )
  await world.switches({ faults: [] })

  // Whoever stopped it may act no more either, and does not allow it again.
  await expect(chenJing.getByRole('button', { name: 'Chen Jing' })).toBeFocused()
  await expect(chenJing.getByRole('button', { name: 'Allow again…' })).toHaveCount(0)
  await expectNothingSerious(chenJing)
  await chenJing.getByRole('checkbox', { name: 'Select Wu Di', exact: true }).check()
  const selection = chenJing.getByRole('region', { name: 'Selection' })
  await expect(selection).toContainText(nothing)
  await expect(selection.getByRole('button')).toHaveText(['Show', 'Clear'])
  await selection.getByRole('button', { name: 'Clear' }).click()
  await openPerson(chenJing, 'gaoxiang', 'Gao Xiang')
  await expect(chenJing.getByText(nothing)).toBeVisible()
  const acts = chenJing.getByRole('button', { name: /^(Suspend|Resign|Unlink|Delete)/ })
  await expect(acts).toHaveCount(0)

  // A page that has not heard of it is refused, and learns it from that.
  await linMei
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Suspend/ })
    .click()
  await expect(linMei.getByText(/^Everything is stopped since/)).toBeVisible()
  await linMei.context().clearCookies()
  await signIn(linMei, 'Sun Tao', world)
  await expect(band(linMei)).toBeVisible()
  await linMei.getByRole('button', { name: 'Sun Tao' }).click()
  await expect(linMei.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expect(linMei.getByRole('menuitem', { name: /^(Stop|Allow)/ })).toHaveCount(0)

  await expect(page.getByRole('heading', { level: 1, name: /^Paused: everything/ })).toBeVisible()
  await page.reload()
  const resume = page.getByRole('button', { name: 'Resume' })
  await expect(resume).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText(/^Somebody stopped everything; above it says/)).toBeVisible()
  await resume.press('Enter')
  await expectNothingSerious(page)
  expect(touchedIn(await asked())).toEqual(userIds.slice(0, 5).toSorted())

  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Chen Jing' })).toHaveText(
    /^自 \d\d:\d\d 起，Chen Jing 已全部停止操作：Wrong list。不会向 GenAuth 发送任何操作。重新允许…$/,
  )
  await page.getByRole('button', { name: 'Switch to English' }).click()
  const allow = page.getByRole('alertdialog', { name: 'Allow acts again?' })
  await page.getByRole('button', { name: 'Allow again…' }).click()
  await expect(allow).toContainText('nothing resumes by itself')
  await expectNothingSerious(page)
  await allow.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Allow again…' })).toBeFocused()
  await page.getByRole('button', { name: 'Wang Lan' }).click()
  await page.getByRole('menuitem', { name: 'Allow again…' }).click()
  await allow.getByRole('button', { name: 'Allow again' }).click()
  await expect(band(page)).toHaveCount(0)

  // Nobody has to load anything again.
  await chenJing.clock.fastForward(nextAsk)
  await expect(band(chenJing)).toHaveCount(0)
  await expect(acts).not.toHaveCount(0)
  await expect(chenJing.getByText('Acts are allowed again.')).toHaveCount(1)
  await expect(page.getByText(/^Everything was stopped for a while\./)).toBeVisible()
  await resume.click()
  await expect(
    page.getByRole('heading', { level: 1, name: '6 suspended and checked.' }),
  ).toBeVisible()
  const writes = writesIn(await asked()).flatMap(({ ids }) => ids)
  expect(writes.toSorted()).toEqual(userIds.toSorted())
})
