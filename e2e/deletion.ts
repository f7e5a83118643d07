import { expect, type Page } from '@playwright/test'

/** Some who have left already make faults happen; most stories are about the others. */
const faulty = ['Gone Greta', 'Stubborn Stella', 'Timeout Theo']

/** The directory's rows of people, without the head. */
const people = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })

/** Narrows the directory to people who have left already: nothing holds them back. */
export async function showLeavers(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Resigned')
  await expect(people(page).filter({ hasText: 'Activated' })).toHaveCount(0)
  await expect(people(page)).not.toHaveCount(0)
}

/** Goes on to the next page of the directory and waits until its people are there. */
export async function turnPage(page: Page): Promise<void> {
  const first = await people(page).first().getByRole('link').getAttribute('href')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(people(page).first().getByRole('link')).not.toHaveAttribute('href', first ?? '')
}

/** The ids of the ticked people in sight, from their links. */
export async function tickedIn(page: Page): Promise<string[]> {
  const links = page.getByRole('row', { selected: true }).getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  return addresses.map((address) => address?.match(/\/users\/([^?#]+)/)?.[1] ?? '')
}

/** Ticks everybody on so many pages of people who have left, but for those who make faults happen. */
export async function tickLeavers(page: Page, pages: number): Promise<string[]> {
  await showLeavers(page)
  const ticked: string[] = []
  for (let at = 1; at <= pages; at += 1) {
    await page.getByRole('checkbox', { name: 'Select everybody on this page' }).check()
    for (const name of faulty) {
      const box = page.getByRole('checkbox', { name: `Select ${name}` })
      if (await box.isVisible()) await box.uncheck()
    }
    ticked.push(...(await tickedIn(page)))
    if (at < pages) await turnPage(page)
  }
  return ticked
}

/** Ticks the first so many people who have left; there are no faulty ones among the first dozen. */
export async function tickFirstLeavers(page: Page, count: number): Promise<string[]> {
  await showLeavers(page)
  const boxes = page.getByRole('checkbox', { name: /^Select (?!everybody)/ })
  await boxes.first().check()
  await boxes.nth(count - 1).click({ modifiers: ['Shift'] })
  return tickedIn(page)
}

/** From the selection to the confirmation: the list is checked, and so many would run. */
export async function checkDeletion(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: `Go on with ${count}` }).click()
  await expect(page.getByRole('heading', { level: 3, name: `Delete ${count} ` })).toBeVisible()
}

/** Gives a reason, types the words, and starts. */
export async function confirmDeletion(page: Page, count: number): Promise<void> {
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await page.getByRole('textbox', { name: `Type delete ${count} to start` }).fill(`delete ${count}`)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
}
