import { test as base, expect, type Page } from '@playwright/test'
import { startWorld, type World } from './world.ts'

export { expect }

/** The operators who may sign in; the sandbox's provider asks for no password. */
type Operator = 'Sun Tao' | 'Chen Jing' | 'Lin Mei' | 'Wang Lan'

type OfTest = {
  /** Signs in as a person would, and waits for the lookup field. */
  signIn: (page: Page, name: Operator, where?: World) => Promise<void>
  /** A world that no other test sees: for killing, switching and counting. */
  ownWorld: World
}
type OfWorker = {
  /** Shared by the tests of one worker: each of them leaves other tests' people alone. */
  world: World
  /** Invented people in a world, besides the named ones. */
  users: number
}

/** The tests' own `test`: its fixtures own the world. */
export const test = base.extend<OfTest, OfWorker>({
  users: [300, { option: true, scope: 'worker' }],
  world: [
    async ({ users }, use) => {
      const world = await startWorld(users)
      await use(world)
      await world.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  ownWorld: async ({ users }, use, info) => {
    const world = await startWorld(users)
    await use(world)
    if (info.errors.length > 0)
      await info.attach('log', { body: world.log(), contentType: 'text/plain' })
    await world.end()
  },
  signIn: async ({ world }, use) => {
    await use(async (page, name, where = world) => {
      await page.goto(where.url)
      await page.getByRole('link', { name: 'Sign in' }).click()
      await page.getByRole('button', { name }).click()
      await expect(page.getByRole('searchbox')).toBeVisible()
    })
  },
})
