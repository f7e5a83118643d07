import { test } from './attacked.ts'
import { rawly } from './raw.ts'
import { expect } from './test.ts'

test('The console opens in nobody’s frame', async ({ victimIn, attackers, world }) => {
  const victim = await victimIn(world)
  const page = await victim.context().newPage()
  const paths = ['/', '/users', '/api/me', '/nowhere']
  for (const { origin } of attackers) {
    await page.goto(origin)
    const blocked: string[] = []
    page.on('requestfailed', (failed) => blocked.push(failed.url()))
    await page.evaluate(
      ([url, ...all]) => {
        const tags = { iframe: 'src', object: 'data', embed: 'src' }
        for (const [tag, attribute] of Object.entries(tags)) {
          for (const path of all) {
            const element = document.createElement(tag)
            element.setAttribute(attribute, url + path)
            document.body.append(element)
          }
        }
        const own = document.createElement('iframe')
        own.src = '/prize'
        document.body.append(own)
      },
      [world.url, ...paths],
    )
    await expect.poll(() => blocked.length, { message: origin }).toBe(3 * paths.length)
    page.removeAllListeners('requestfailed')
    const seen = (words: string) =>
      Promise.all(
        // A frame that was refused may be gone by now.
        page.frames().map((frame) =>
          frame
            .getByText(words)
            .count()
            .catch(() => 0),
        ),
      )
    // The page itself, and its own frame.
    await expect.poll(async () => (await seen('Your prize')).filter(Boolean)).toEqual([1, 1])
    expect((await seen('Leaver Desk')).filter(Boolean)).toEqual([])
  }
})

test('Whoever opens the console in a window has no hold on it', async ({
  victimIn,
  attackers,
  world,
}) => {
  const victim = await victimIn(world)
  const page = await victim.context().newPage()
  for (const { origin } of attackers) {
    await page.goto(origin)
    const opening = victim.context().waitForEvent('page')
    await page.evaluate((url) => Object.assign(window, { held: window.open(url) }), world.url)
    const opened = await opening
    await expect(opened.getByRole('searchbox')).toBeVisible()
    expect(await opened.evaluate(() => window.opener)).toBe(null)
    const held = await page.evaluate((elsewhere) => {
      const hold: Window = Reflect.get(window, 'held')
      hold.postMessage('hello', '*')
      hold.location = elsewhere
      hold.close()
      return { closed: hold.closed, frames: hold.length }
    }, origin)
    expect(held).toEqual({ closed: true, frames: 0 })
    await expect(opened.getByRole('searchbox')).toBeVisible()
    expect(new URL(opened.url()).origin).toBe(world.url)
    await opened.close()
  }
})

test('Under another name the console says nothing, whatever that name resolves to', async ({
  victimIn,
  world,
}) => {
  const victim = await victimIn(world)
  const { host, port } = new URL(world.url)
  const cookies = await victim.context().cookies(world.url)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const own = await rawly(world, '/api/me', { headers: { host, cookie } })
  expect(own.text).toContain('Chen Jing')
  const others = [
    `rebound.example:${port}`,
    'rebound.example',
    `127.0.0.1.nip.example:${port}`,
    `127.0.0.1:${Number(port) + 1}`,
    '127.0.0.1',
    `127.1:${port}`,
    `2130706433:${port}`,
    `0.0.0.0:${port}`,
    `[::1]:${port}`,
    `localhost:${port}`,
    `${host}@rebound.example`,
    `${host}.`,
    `rebound.example, ${host}`,
  ]
  for (const other of others) {
    for (const path of ['/api/me', '/api/openapi.json', '/auth/sign-in', '/api/nowhere']) {
      const answer = await rawly(world, path, { headers: { host: other, cookie } })
      expect(answer.status, `${other}${path}`).toBe(421)
      expect(answer.text).not.toContain('Chen Jing')
      expect(answer.headers['set-cookie']).toBe(undefined)
    }
  }
  // Somebody who typed the other name of this machine is shown the way.
  const page = await rawly(world, '/users?page=2', { headers: { host: `localhost:${port}` } })
  expect(page).toMatchObject({ status: 307, headers: { location: `${world.url}/users?page=2` } })
})
