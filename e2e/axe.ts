import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** Findings of these weights keep somebody from reading or working. */
const serious: ReadonlySet<unknown> = new Set(['serious', 'critical'])

/** The serious findings on the page as it stands, each with where and why. */
async function findingsOf(page: Page, rules: { runOnly?: string[] }): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], ...rules })
  // In one piece: there are no frames here, and gathering from frames takes most of the time.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => serious.has(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} ${any.map(({ message }) => message)}`),
    )
}

/**
 * axe finds nothing serious on the page as it stands, light and dark: on a desk and on a phone, or on a
 * desk alone where a phone does not have it.
 */
export async function expectNothingSerious(page: Page, { onPhone = true } = {}): Promise<void> {
  const found: Record<string, string[]> = {}
  for (const size of onPhone ? [phone, desk] : [desk]) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    found[`${size.width} px, light`] = await findingsOf(page, {})
    // The theme changes colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    found[`${size.width} px, dark`] = await findingsOf(page, { runOnly: ['color-contrast'] })
  }
  const nothing = Object.fromEntries(Object.keys(found).map((seen) => [seen, []]))
  expect(found, `what axe finds at ${page.url()}`).toEqual(nothing)
}
