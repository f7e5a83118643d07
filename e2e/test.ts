import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { startWorld, type World } from './world.ts'

export { expect }

/** The operators who may sign in, and what the provider's buttons send; it asks for no password. */
const operators = {
  'Sun Tao': 'sun-tao',
  'Chen Jing': 'chen-jing',
  'Lin Mei': 'lin-mei',
  'Wang Lan': 'wang-lan',
}
type Operator = keyof typeof operators

type OfTest = {
  /**
   * Signs in with the provider without drawing its pages, which stories about signing in do, and waits
   * for the lookup field.
   */
  signIn: (page: Page, name: Operator, where?: World) => Promise<void>
  /** A page in a browser of somebody else's own, closed with the test's, which may complain as little. */
  another: () => Promise<Page>
  /** A world that no other test sees: for acting, killing, switching and counting. */
  ownWorld: World
  /** What is otherwise there than in the shared world. */
  own: Partial<Settings>
}
/** Of a world. */
type Settings = {
  /** Invented people, besides the named ones. */
  users: number
  /** More of the product's environment. */
  product: Record<string, string>
}
type OfWorker = Settings & {
  /** Shared by the tests of one worker, which change nobody there but people of their own choosing. */
  world: World
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
  another: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[][] = []
    await use(async () => {
      const context = await browser.newContext()
      contexts.push(context)
      complaints.push(await complaintsIn(context))
      return context.newPage()
    })
    // What nobody closes goes on asking the world of the next story.
    await Promise.all(contexts.map((context) => context.close()))
    expect(complaints.flat(), 'complaints of the other browsers').toEqual([])
  },
  users: [300, { option: true, scope: 'worker' }],
  product: [{}, { option: true, scope: 'worker' }],
  own: [{}, { option: true }],
  world: [
    async ({ users, product }, use) => {
      const world = await startWorld(users, product)
      await use(world)
      await world.end()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  ownWorld: async ({ users, product, own }, use, info) => {
    const world = await startWorld(own.users ?? users, own.product ?? product)
    await use(world)
    if (info.errors.length > 0)
      await info.attach('log', { body: world.log(), contentType: 'text/plain' })
    await world.end()
  },
  signIn: async ({ world }, use) => {
    await use(async (page, name, where = world) => {
      const asked = await page.request.get(`${where.url}/auth/sign-in?return=%2F`)
      await page.request.post(asked.url(), { form: { operator: operators[name] } })
      await page.goto(where.url)
      await expect(page.getByRole('searchbox')).toBeVisible()
    })
  },
})
