import type { Stop } from '#contract/session.ts'

/** Under which name *Allow again…* is kept over signing in: for this stop, since another may follow it. */
export const allowingAs = (stopped: Stop | null): string => `allow-${stopped?.at ?? ''}`
