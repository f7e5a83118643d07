import { randomUUID } from 'node:crypto'
import type { Session } from '#store/records.ts'
import type { Caller } from './handler.ts'

/** The session that somebody has who has signed in just now; it lasts eight hours. */
export function sessionFor(
  { personId, sessionHash, authTime }: Pick<Caller, 'personId' | 'sessionHash' | 'authTime'>,
  now: Date,
): Session {
  return {
    sessionHash,
    sessionId: randomUUID(),
    personId,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + 8 * 3_600_000).toISOString(),
    lastSeenAt: now.toISOString(),
    authTime: authTime?.toISOString() ?? null,
    agent: null,
  }
}
