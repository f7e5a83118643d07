import type { Action, ActOutcome } from '#store/records.ts'
import type { Deed } from './deed.ts'
import type { Reading } from './reading.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

/** Statuses that suspending would not make harder, and would make look reversible. */
const alreadyEnded = ['Resigned', 'Archived']
/** What an account gets back when nobody here knows what it had. */
const usualStatus = 'Activated'
/** Acts to look through for the last one that suspended or reactivated. */
const actsToLookThrough = 200

/** Blocks signing in; everything else stays. Refuses whoever cannot sign in already. */
export function suspension({ user }: Reading): Deed {
  const { userId, status } = user
  if (status === 'Suspended') {
    throw new Refused('nothing_there', 'This user is already suspended.')
  }
  if (alreadyEnded.includes(status)) {
    throw new Refused('nothing_there', 'This account has already ended, so it cannot be suspended.')
  }
  return givingStatus('suspendUser', userId, 'Suspended')
}

/** Gives a suspended user the status back that they had. Refuses whoever is not suspended. */
export async function reactivation(world: World, { user }: Reading): Promise<Deed> {
  const { userId, status } = user
  if (status !== 'Suspended') throw new Refused('nothing_there', 'This user is not suspended.')
  return givingStatus('reactivateUser', userId, await statusBefore(world, userId))
}

function givingStatus(
  action: 'suspendUser' | 'reactivateUser',
  userId: string,
  status: string,
): Deed {
  return {
    action,
    target: status,
    about: null,
    words: null,
    reasonRequired: false,
    endsAccount: false,
    endsSessions: false,
    before: [],
    calls: [(genauth) => genauth.updateUserStatuses([{ userId, status }])],
  }
}

/** What the last suspension from here found. After a reactivation it was somebody else who suspended. */
async function statusBefore(world: World, userId: string): Promise<string> {
  const acts = await world.store.acts.history(userId, actsToLookThrough)
  const last = acts.find(({ action, outcome }) => gaveStatus.has(action) && mayShow.has(outcome))
  const found = last?.action === 'suspendUser' ? statusFound(last.facts) : null
  const isOne = found !== null && found !== 'Suspended' && !alreadyEnded.includes(found)
  return isOne ? found : usualStatus
}

const gaveStatus: ReadonlySet<string> = new Set<Action>(['suspendUser', 'reactivateUser'])
/** Also what was not confirmed may have been applied later: the account is suspended, after all. */
const mayShow: ReadonlySet<string | null> = new Set<ActOutcome>(['done', 'not_confirmed'])

/** The status that an act found just before it was sent, as its intent has it. */
function statusFound({ found }: Record<string, unknown>): string | null {
  const status = typeof found === 'object' && found !== null && 'status' in found && found.status
  return typeof status === 'string' ? status : null
}
