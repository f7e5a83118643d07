import type { Failure, GenAuth, Read } from '#genauth/genauth.ts'
import type { World } from './world.ts'

/** So many rests in a row, and GenAuth is not there for us today. */
export const mostRests = 20
const mostTries = 3
const triesApartMs = 500

/** GenAuth as one batch asks it: so many calls at once, at the pace of the whole process. */
export type Calm = {
  /** Reads that wait their turn, rest when told to, and ask again what was not answered. */
  genauth: GenAuth
  /** GenAuth wants a pause: nothing of any batch is asked before it is over. */
  rest(failure: Failure): void
  rested(): Promise<void>
}

/**
 * A 429 to one call slows every batch of this process down. A read that was not answered, or not readably, is
 * asked up to three times; a read changes nothing, so asking again is safe.
 */
export function calmly(world: World): Calm {
  const { genauth, clock, settings, stopping, pace } = world
  const gated = atMost(settings.genauthConcurrency)
  const { rest } = pace
  const rested = () => pace.rested(stopping)

  const patiently = async <T>(read: () => Promise<Read<T>>): Promise<Read<T>> => {
    let rests = 0
    let tries = 1
    for (;;) {
      await rested()
      const result = await gated(read)
      if (result.ok || stopping.aborted) return result
      if (result.failure.cause === 'busy' && rests < mostRests) {
        rests += 1
        rest(result.failure)
      } else if (mayPass(result.failure) && tries < mostTries) {
        tries += 1
        await clock.sleep(triesApartMs, stopping)
      } else return result
    }
  }

  return {
    rest,
    rested,
    genauth: {
      ...genauth,
      getUser: (...of) => patiently(() => genauth.getUser(...of)),
      getUserBatch: (...of) => patiently(() => genauth.getUserBatch(...of)),
      getUserIdentities: (...of) => patiently(() => genauth.getUserIdentities(...of)),
      getUserSyncRelations: (...of) => patiently(() => genauth.getUserSyncRelations(...of)),
      getUserDepartments: (...of) => patiently(() => genauth.getUserDepartments(...of)),
      getUserRoles: (...of) => patiently(() => genauth.getUserRoles(...of)),
      getUserGroups: (...of) => patiently(() => genauth.getUserGroups(...of)),
      getUserPosts: (...of) => patiently(() => genauth.getUserPosts(...of)),
      getUserAuthorizedResources: (...of) =>
        patiently(() => genauth.getUserAuthorizedResources(...of)),
      getUserLoggedInApps: (...of) => patiently(() => genauth.getUserLoggedInApps(...of)),
    },
  }
}

/** What a moment later may be answered: no connection, a time-out, a broken answer, a server error. */
function mayPass({ cause, statusCode = 0 }: Failure): boolean {
  return cause === 'silent' || cause === 'unreadable' || statusCode >= 500
}

function atMost(width: number) {
  let free = width
  const waiting: (() => void)[] = []
  return async <R>(task: () => Promise<R>): Promise<R> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resume) => waiting.push(resume))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
