import type { UserDto } from '#genauth/wire.ts'
import type { Caller } from './handler.ts'
import { Refused } from './refused.ts'
import type { Settings } from './world.ts'

/** Why nobody, or not this person, may act on a user; null when they may. */
export function handsOff(
  settings: Settings,
  caller: Pick<Caller, 'sub' | 'ownUserId' | 'email' | 'emailVerified'>,
  user: Pick<UserDto, 'userId' | 'email'>,
): 'protected' | 'yourself' | null {
  if (settings.protectedUsers.has(user.userId)) return 'protected'
  if (user.userId === caller.sub || user.userId === caller.ownUserId) return 'yourself'
  const sameAddress =
    caller.emailVerified &&
    caller.email !== null &&
    caller.email.toLowerCase() === user.email?.toLowerCase()
  return sameAddress ? 'yourself' : null
}

/** @throws Refused `protected_user` or `yourself`. */
export function refuseHandsOff(settings: Settings, caller: Caller, user: UserDto): void {
  const why = handsOff(settings, caller, user)
  if (why === 'protected') {
    throw new Refused('protected_user', 'This user is protected: nobody may act on them here.')
  }
  if (why === 'yourself') throw new Refused('yourself', 'Nobody may act on their own account.')
}

/** @throws Refused `read_only`. */
export function refuseReadOnly(settings: Settings): void {
  if (settings.readOnly) {
    throw new Refused('read_only', 'Leaver Desk is read-only now: nothing is sent to GenAuth.')
  }
}
