import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** Findings of these weights keep somebody from reading or working. */
const serious: ReadonlySet<unknown> = new Set(['serious', 'critical'])

/** A question before the page. What is behind it cannot be reached, and was looked at by itself. */
const question = '[role="alertdialog"]'

/** Of a long table a dozen rows are looked at: the others are made as these are. */
const furtherRows = 'tbody tr:nth-child(n + 13)'

/** axe is half a megabyte, and brought to a page only once. */
async function axeFor(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
}

type Looked = { isQuestion: boolean; runOnly?: string[] }

/** The serious findings on the page as it stands, each with where and why. */
async function findingsOf(page: Page, { isQuestion, ...rules }: Looked): Promise<string[]> {
  const axe = (await axeFor(page)).options({ resultTypes: ['violations'], ...rules })
  if (isQuestion) axe.include(question)
  // In one piece: there are no frames here, and gathering from frames takes most of the time.
  const { violations } = await axe.exclude(furtherRows).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => serious.has(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} ${any.map(({ message }) => message)}`),
    )
}

/**
 * axe finds nothing serious on the page as it stands, or in the question before it, light and dark: on a
 * desk and on a phone, or on a desk alone where a phone does not have it.
 */
export async function expectNothingSerious(page: Page, { onPhone = true } = {}): Promise<void> {
  const found: Record<string, string[]> = {}
  const isQuestion = (await page.locator(question).count()) > 0
  for (const size of onPhone ? [phone, desk] : [desk]) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    found[`${size.width} px, light`] = await findingsOf(page, { isQuestion })
    // A question has the same words and colours on both.
    if (isQuestion && size === phone) continue
    // The theme changes colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    found[`${size.width} px, dark`] = await findingsOf(page, {
      isQuestion,
      runOnly: ['color-contrast'],
    })
  }
  const nothing = Object.fromEntries(Object.keys(found).map((seen) => [seen, []]))
  expect(found, `what axe finds at ${page.url()}`).toEqual(nothing)
}
