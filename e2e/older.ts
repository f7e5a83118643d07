import { DatabaseSync } from 'node:sqlite'
import type { World } from './world.ts'

/** Seconds from now; less than none: ago. */
type Moments = {
  /** The last sign of life. */
  lastSeen?: number
  /** When the session ends in any case. */
  ends?: number
  /** When somebody proved who they are; null: the provider does not say. */
  proved?: number | null
}

const columns = { lastSeen: 'last_seen_at', ends: 'expires_at', proved: 'auth_time' } as const

/**
 * Moves every session of a world to other times. The product's clock stands where it is: what would take
 * minutes is written where the product looks.
 */
export function moveSessions(world: World, moments: Moments): void {
  beside(world, (database) => {
    for (const [moment, seconds] of Object.entries(moments)) {
      const column = moment === 'ends' || moment === 'proved' ? columns[moment] : columns.lastSeen
      const at = seconds === null ? null : fromNow(seconds)
      database.prepare(`update sessions set ${column} = ?`).run(at)
    }
  })
}

/** Moves the end of every request for approval of a world to so many seconds from now; less than none: ago. */
export function moveRequests(world: World, seconds: number): void {
  beside(world, (database) => {
    const move = 'update batches set expires_at = ? where expires_at is not null'
    database.prepare(move).run(fromNow(seconds))
  })
}

/** Moves every approval of a world to so many seconds from now; less than none: ago. */
export function moveApprovals(world: World, seconds: number): void {
  beside(world, (database) => {
    const move = 'update batches set approved_at = ? where approved_at is not null'
    database.prepare(move).run(fromNow(seconds))
  })
}

const fromNow = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()

/** Changes the database of a product beside it, while it runs. */
function beside({ database }: World, change: (database: DatabaseSync) => void): void {
  const opened = new DatabaseSync(database, { timeout: 5_000 })
  try {
    change(opened)
  } finally {
    opened.close()
  }
}
