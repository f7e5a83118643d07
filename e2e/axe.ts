import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const themes = ['light', 'dark'] as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** Findings of these weights keep somebody from reading or working. */
const serious: ReadonlySet<unknown> = new Set(['serious', 'critical'])

/** axe finds nothing serious on the page as it stands, in both themes, on a desk and on a phone. */
export async function expectNothingSerious(page: Page): Promise<void> {
  const found: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      for (const { id, impact, nodes } of violations) {
        if (!serious.has(impact)) continue
        const where = nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message)}`)
        found.push(`${size.width} px, ${colorScheme}: ${id}\n  ${where.join('\n  ')}`)
      }
    }
  }
  const [desk] = sizes
  if (desk !== undefined) await page.setViewportSize(desk)
  expect(found.join('\n'), `findings at ${page.url()}`).toBe('')
}
