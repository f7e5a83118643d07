import type { Page, Response } from '@playwright/test'
import { expectNothingSerious } from './axe.ts'
import { moveSessions } from './older.ts'
import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import type { World } from './world.ts'

/** A page asks every fifteen seconds who is signed in. */
const nextAsk = 15_000
const minute = 60

const asksToStay = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' })
const hasEnded = (page: Page) =>
  page.getByRole('alertdialog', { name: 'Your session has ended. Sign in again.' })

async function secondsIn(page: Page): Promise<number> {
  const [, seconds] = /(\d+) seconds/.exec(await page.getByRole('timer').innerText()) ?? []
  return Number(seconds)
}

const isAsk = (answer: Response) => answer.url().endsWith('/api/me')

/** How long the session lasts without a sign of life; asking this is none. */
async function idleSecondsLeft(page: Page, { url }: World): Promise<number> {
  const { session } = await (await page.request.get(`${url}/api/me`)).json()
  return session.idleSecondsLeft
}

/** Until the page has asked all that it asks by itself: each request but the poll is a sign of life. */
const quiet = (page: Page) => expect(page.getByRole('row').nth(9)).toBeVisible()

test.beforeEach(async ({ page, signIn }) => {
  await page.clock.install()
  await signIn(page, 'Chen Jing')
  await quiet(page)
})

test('A minute before the session ends people are asked, and stay', async ({ page, world }) => {
  await openPerson(page, 'liwei', 'Li Wei')
  await page.getByRole('button', { name: 'Suspend' }).click()
  const reason = page.getByRole('textbox', { name: 'Reason' })
  await reason.fill('HR-2231')

  moveSessions(world, { lastSeen: -14 * minute - 15 })
  await page.clock.fastForward(nextAsk)
  await expect(asksToStay(page)).toBeVisible()
  await expect(asksToStay(page).getByRole('button', { name: 'Stay signed in' })).toBeFocused()
  const before = await secondsIn(page)
  expect(before).toBeLessThanOrEqual(45)
  await page.clock.runFor(3_000)
  expect(await secondsIn(page)).toBeLessThanOrEqual(before - 3)

  await page.keyboard.press('Enter')
  await expect(asksToStay(page)).toBeHidden()
  await expect(reason).toBeFocused()
  await expect(reason).toHaveValue('HR-2231')
  expect(await idleSecondsLeft(page, world)).toBeGreaterThan(14 * minute)
})

test('Scrolling and typing are signs of life, although they ask for nothing', async ({
  page,
  world,
}) => {
  const signs = [() => page.mouse.wheel(0, 200), () => page.keyboard.press('PageUp')]
  for (const sign of signs) {
    moveSessions(world, { lastSeen: -5 * minute })
    const asked = page.waitForResponse(isAsk)
    await page.clock.fastForward(minute * 1_000)
    await asked
    expect(await idleSecondsLeft(page, world)).toBeLessThanOrEqual(10 * minute)
    await sign()
    await expect.poll(() => idleSecondsLeft(page, world)).toBeGreaterThan(14 * minute)
  }
})

test('An answer in another tab is one in this tab too', async ({ page, context, world }) => {
  const other = await context.newPage()
  await other.goto(`${world.url}/users`)
  await quiet(other)
  moveSessions(world, { lastSeen: -14 * minute - 10 })
  await page.clock.fastForward(nextAsk)
  await expect(asksToStay(page)).toBeVisible()
  await asksToStay(other).getByRole('button', { name: 'Stay signed in' }).click()
  await expect(asksToStay(other)).toBeHidden()

  await page.clock.fastForward(nextAsk)
  await expect(asksToStay(page)).toBeHidden()
  await expect(page.getByRole('searchbox')).toBeVisible()
})

test('Who answers nothing is signed out, and asking who is there keeps nobody signed in', async ({
  page,
  world,
}) => {
  moveSessions(world, { lastSeen: -14 * minute - 15 })
  await page.clock.fastForward(nextAsk)
  await expect(asksToStay(page)).toBeVisible()
  const asked = page.waitForResponse(isAsk)
  await page.clock.fastForward(nextAsk)
  await asked
  expect(await idleSecondsLeft(page, world)).toBeLessThanOrEqual(45)

  moveSessions(world, { lastSeen: -15 * minute })
  await page.clock.fastForward(minute * 1_000)
  await expect(hasEnded(page)).toBeVisible()
  await expect(asksToStay(page)).toBeHidden()
})

test('Near the end of all it is told when, and nothing is offered that would not help', async ({
  page,
  world,
}) => {
  moveSessions(world, { ends: 50 })
  await page.clock.fastForward(nextAsk)
  const told = page.getByRole('alertdialog', {
    name: /^Your session ends at \d\d:\d\d in any case/,
  })
  await expect(told).toBeVisible()
  await expect(told.getByRole('button')).toHaveText(['Sign out', 'Go on'])
  await page.keyboard.press('Escape')
  await expect(told).toBeHidden()
  moveSessions(world, { ends: 30 })
  await page.clock.fastForward(nextAsk)
  await expect(page.getByRole('searchbox')).toBeVisible()
  await expect(told).toBeHidden()

  moveSessions(world, { ends: -1 })
  await page.clock.fastForward(nextAsk)
  await expect(hasEnded(page)).toBeVisible()
})

test('A machine that slept asks before it says anything', async ({ page, world }) => {
  const asked = page.waitForResponse(isAsk)
  // An hour by this browser's clock, while the product has just heard from somebody.
  await page.clock.fastForward('01:00:00')
  await asked
  await expect(page.getByRole('searchbox')).toBeVisible()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)

  moveSessions(world, { lastSeen: -60 * minute })
  await page.clock.fastForward('01:00:00')
  await expect(hasEnded(page)).toBeVisible()
})

test('Nothing serious in what is asked as a session ends', async ({ page, world }) => {
  const almostOver = () => moveSessions(world, { lastSeen: -14 * minute - 15 })
  almostOver()
  await page.clock.fastForward(nextAsk)
  await expect(asksToStay(page)).toBeVisible()
  // Looking takes longer than the minute does.
  const held = setInterval(almostOver, 5_000)
  await expectNothingSerious(page)
  await expect(asksToStay(page)).toBeVisible()
  clearInterval(held)
  moveSessions(world, { ends: -1 })
  await page.clock.fastForward(nextAsk)
  await expect(hasEnded(page)).toBeVisible()
  await expectNothingSerious(page)
})
