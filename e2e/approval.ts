import { expect, type Page } from '@playwright/test'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { World } from './world.ts'

/** Li Wei, who has the same id in every sandbox. */
export const protectedId = '65f1c0a94be2d7831e0a9c42'

/** One person may act on six people alone; on Li Wei nobody may. */
export const limits = {
  APPROVAL_ABOVE: '6',
  APPROVAL_SHARE: '1',
  PROTECTED_USERS: protectedId,
}

/** User ids of so many invented people who are active and whom nothing is wrong with. */
export async function plainIn(world: World, count: number): Promise<string[]> {
  const named = new Set((await world.people()).map(({ userId }) => userId))
  const { data } = await world.genauth.listUsers({
    options: { pagination: { page: 2, limit: 50 } },
  })
  const plain = data.list
    .filter(({ userId, status }) => `${status}` === 'Activated' && !named.has(userId))
    .map(({ userId }) => userId)
  expect(plain.length).toBeGreaterThanOrEqual(count)
  return plain.slice(0, count)
}

/** What GenAuth is asked from now on: a world may have seen other stories before. */
export async function ledgerFromNow(world: World): Promise<() => Promise<LedgerEntry[]>> {
  const { length } = await world.ledger()
  return async () => (await world.ledger()).slice(length)
}

/** Plans a list as whoever is signed in there, and opens it at the question with a reason given. */
export async function questionAbout(
  page: Page,
  world: World,
  list: { kind: 'suspend' | 'resign'; userIds: string[]; title?: string },
): Promise<void> {
  const made = await page.request.post(`${world.url}/api/batches`, {
    headers: { 'x-leaver-desk': '1', origin: world.url },
    data: list,
  })
  const { batchId } = await made.json()
  await page.goto(`${world.url}/batches/${batchId}`)
  await page.getByRole('button', { name: `Go on with ${list.userIds.length}` }).click()
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
}

/** Types the words and asks somebody else, so that the list waits. */
export async function askForApproval(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: `Type ${words} to ask for approval` }).fill(words)
  await page.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(page.getByText('Waits for a second person')).toBeVisible()
}

/** Types the words once more, perhaps in the other language, and says yes. */
export async function approve(page: Page, asked: string, typed = asked): Promise<void> {
  await page.getByRole('textbox', { name: `Type ${asked} to approve` }).fill(typed)
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
}
