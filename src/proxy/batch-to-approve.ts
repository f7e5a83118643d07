import type { Batch } from '#contract/batch.ts'
import type { Viewer } from './approval-view.ts'
import { batchViews } from './batch-view.ts'
import type { World } from './world.ts'

/**
 * Batches that a second person is needed for and that nobody has approved, newest first. Whatever was
 * confirmed too long ago is none of them: it has to be checked again first, so that these are few.
 */
export async function batchesToApprove(world: World, viewer: Viewer): Promise<Batch[]> {
  const now = world.clock.now().toISOString()
  const still = await world.store.batches.inState(['confirmed', 'paused'])
  const open = still.filter(({ expiresAt }) => expiresAt !== null && expiresAt >= now).reverse()
  const views = await batchViews(world, open, viewer)
  return views.filter(({ approval }) => approval.needed !== null && approval.approvedAt === null)
}
