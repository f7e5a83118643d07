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
export function moveSessions({ database }: World, moments: Moments): void {
  const beside = new DatabaseSync(database, { timeout: 5_000 })
  try {
    for (const [moment, seconds] of Object.entries(moments)) {
      const at = seconds === null ? null : new Date(Date.now() + seconds * 1_000).toISOString()
      const column = moment === 'ends' || moment === 'proved' ? columns[moment] : columns.lastSeen
      beside.prepare(`update sessions set ${column} = ?`).run(at)
    }
  } finally {
    beside.close()
  }
}

/** Moves the end of every request for approval of a world to so many seconds from now; less than none: ago. */
export function moveRequests({ database }: World, seconds: number): void {
  const beside = new DatabaseSync(database, { timeout: 5_000 })
  try {
    const at = new Date(Date.now() + seconds * 1_000).toISOString()
    beside.prepare('update batches set expires_at = ? where expires_at is not null').run(at)
  } finally {
    beside.close()
  }
}

/** Moves every approval of a world to so many seconds from now; less than none: ago. */
export function moveApprovals({ database }: World, seconds: number): void {
  const beside = new DatabaseSync(database, { timeout: 5_000 })
  try {
    const at = new Date(Date.now() + seconds * 1_000).toISOString()
    beside.prepare('update batches set approved_at = ? where approved_at is not null').run(at)
  } finally {
    beside.close()
  }
}
