import type { Page } from '@playwright/test'
import { type Attacker, startAttacker } from './attacker.ts'
import { test as base } from './test.ts'
import type { World } from './world.ts'

/** Both know the console's address; one is another site, the other the same site at another port. */
const names = ['localhost', '127.0.0.1'] as const

type Attacked = {
  /** The page of an operator who is signed in to this world. */
  victimIn: (world: World) => Promise<Page>
  /** Two sites of somebody else that the operator may be led to. */
  attackers: Attacker[]
}

export const test = base.extend<Attacked>({
  victimIn: async ({ browser, signIn }, use) => {
    // Not the context that minds every complaint: the pages of others complain of being refused.
    const context = await browser.newContext()
    await use(async (world) => {
      const page = await context.newPage()
      await signIn(page, 'Chen Jing', world)
      return page
    })
    await context.close()
  },
  attackers: async ({ users: _ }, use) => {
    const attackers = await Promise.all(names.map(startAttacker))
    await use(attackers)
    for (const attacker of attackers) await attacker.end()
  },
})
