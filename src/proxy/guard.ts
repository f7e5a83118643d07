import type { UserDto } from '#genauth/wire.ts'
import { comparableEmail } from '#store/comparable-email.ts'
import type { Caller } from './handler.ts'
import { plainUserId } from './plain-user-id.ts'
import { Refused } from './refused.ts'
import type { Settings, World } from './world.ts'

/** Why nobody, or not this person, may act on a user; null when they may. */
export function handsOff(
  settings: Settings,
  caller: Pick<Caller, 'sub' | 'ownUserId' | 'email' | 'emailVerified'>,
  user: Pick<UserDto, 'userId' | 'email'>,
): 'protected' | 'yourself' | null {
  const userId = plainUserId(user.userId)
  if (settings.protectedUsers.has(userId)) return 'protected'
  if (userId === plainUserId(caller.sub)) return 'yourself'
  if (caller.ownUserId !== null && userId === plainUserId(caller.ownUserId)) return 'yourself'
  const address = caller.emailVerified ? comparableEmail(caller.email) : null
  return address !== null && address === comparableEmail(user.email) ? 'yourself' : null
}

/** @throws Refused `protected_user` or `yourself`. */
export function refuseHandsOff(settings: Settings, caller: Caller, user: UserDto): void {
  const why = handsOff(settings, caller, user)
  if (why === 'protected') {
    throw new Refused('protected_user', 'This user is protected: nobody may act on them here.')
  }
  if (why === 'yourself') throw new Refused('yourself', 'Nobody may act on their own account.')
}

/** Whether nothing may be sent: by the environment, or by *Stop everything*, which the store knows. */
export async function isReadOnly({ settings, store }: World): Promise<boolean> {
  return settings.readOnly || (await store.stop.current()) !== null
}

/** @throws Refused `read_only`. */
export async function refuseReadOnly(world: World): Promise<void> {
  if (await isReadOnly(world)) throw readOnly()
}

export function readOnly(): Refused {
  return new Refused('read_only', 'Leaver Desk is read-only now: nothing is sent to GenAuth.')
}
