import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
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
  /** More of the product's environment, for worlds that need another. */
  product: Record<string, string>
}

/** An answer that is a refusal is no fault of the page; every other complaint of the browser is. */
const answered = /^Failed to load resource: /

/** Collects what the browser complains about: errors, exceptions, and breaches of the page's policy. */
async function complaintsIn(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !answered.test(message.text())) {
      complaints.push(`${message.text()} (${message.page()?.url()})`)
    }
  })
  context.on('weberror', (thrown) => complaints.push(String(thrown.error())))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) => {
      reportError(new Error(`Against ${breach.violatedDirective}: ${breach.blockedURI}`))
    })
  })
  return complaints
}

/** The tests' own `test`: its fixtures own the world, and nobody's browser may complain. */
export const test = base.extend<OfTest, OfWorker>({
  context: async ({ context }, use) => {
    const complaints = await complaintsIn(context)
    await use(context)
    expect(complaints, 'complaints of the browser').toEqual([])
  },
  users: [300, { option: true, scope: 'worker' }],
  product: [{}, { option: true, scope: 'worker' }],
  world: [
    async ({ users, product }, use) => {
      const world = await startWorld(users, product)
      await use(world)
      await world.end()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  ownWorld: async ({ users, product }, use, info) => {
    const world = await startWorld(users, product)
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
