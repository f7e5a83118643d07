import type { Page } from '@playwright/test'
import { type Attacker, startAttacker } from './attacker.ts'
import { test as base } from './test.ts'

/** Both know the console's address; one is another site, the other the same site at another port. */
const names = ['localhost', '127.0.0.1'] as const

/** A signed-in operator’s browser, and two sites of somebody else that it may be led to. */
export const test = base.extend<{ victim: Page; attackers: Attacker[] }>({
  victim: async ({ browser, signIn, ownWorld }, use) => {
    // Not the context that minds every complaint: the pages of others complain of being refused.
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, 'Chen Jing', ownWorld)
    await use(page)
    await context.close()
  },
  attackers: async ({ users: _ }, use) => {
    const attackers = await Promise.all(names.map(startAttacker))
    await use(attackers)
    for (const attacker of attackers) await attacker.end()
  },
})
