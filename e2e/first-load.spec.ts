import { readFile } from 'node:fs/promises'
import { expect, test } from './test.ts'

const requests = 5
const scriptKiB = 150

test('The lookup field works after few requests and little JavaScript', async ({
  page,
  signIn,
  world,
}) => {
  await signIn(page, 'Chen Jing')
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('input[type=search]') === null) return
      observer.disconnect()
      performance.mark('lookup field')
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(world.url)
  await expect(page.getByRole('searchbox')).toBeFocused()
  const before = await page.evaluate(() => {
    const works = performance.getEntriesByName('lookup field')[0]?.startTime ?? 0
    return [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
      .filter((entry) => entry.startTime < works)
      .map((entry) => entry.name)
  })
  expect(before.length).toBeGreaterThan(1)
  expect(before.length, before.join('\n')).toBeLessThanOrEqual(requests)

  const scripts = before.filter((name) => name.endsWith('.js'))
  const sizes = scripts.map(async (name) => {
    const zipped = await readFile(new URL(`../dist${new URL(name).pathname}.gz`, import.meta.url))
    return zipped.length
  })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes / 1024).toBeGreaterThan(1)
  expect(bytes / 1024, scripts.join('\n')).toBeLessThanOrEqual(scriptKiB)
})
