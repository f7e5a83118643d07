import type { Instant, Within } from '#store/records.ts'
import { allowanceOf } from './allowance.ts'
import type { World } from './world.ts'

/** What one person may send without a second one, for the transaction that stores what they send. */
export async function ownAllowance(world: World, personId: string): Promise<Within> {
  const [personIds, poolSize] = await Promise.all([
    world.store.people.same(personId),
    world.poolSize(),
  ])
  return { personIds, since: windowBegin(world), allowance: allowanceOf(world.settings, poolSize) }
}

/** Since when everything that one person sent adds up. */
export function windowBegin({ clock, settings }: World): Instant {
  return new Date(clock.now().getTime() - settings.actWindowMinutes * 60_000).toISOString()
}
