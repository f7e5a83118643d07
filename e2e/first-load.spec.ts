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
  // With nothing kept and so slow an answer, what ended before the field was there is what it waited for.
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await page.goto(world.url)
  await expect(page.getByRole('searchbox')).toBeFocused()
  await expect(page.getByRole('table')).toBeVisible()
  const waitedFor = await page.evaluate(() => {
    const there = performance.getEntriesByName('lookup field')[0]?.startTime ?? 0
    return performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ responseEnd }) => responseEnd < there)
      .map(({ name }) => new URL(name).pathname)
  })
  expect(waitedFor).toEqual(expect.arrayContaining(['/', '/api/me']))
  expect(waitedFor.length, waitedFor.join('\n')).toBeLessThanOrEqual(requests)

  const scripts = waitedFor.filter((path) => path.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = scripts.map(async (path) => {
    const zipped = await readFile(new URL(`../dist${path}.gz`, import.meta.url))
    return zipped.length
  })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes / 1024, scripts.join('\n')).toBeLessThanOrEqual(scriptKiB)
})
