import type { UserDto } from '#genauth/wire.ts'
import { comparableEmail } from '#store/comparable-email.ts'
import type { OwnNames } from '#store/records.ts'
import { plainUserId } from './plain-user-id.ts'
import { Refused } from './refused.ts'
import type { Settings, World } from './world.ts'

/** Why nobody, or not the person with these names, may act on a user; null when they may. */
export function handsOff(
  settings: Settings,
  own: OwnNames,
  user: Pick<UserDto, 'userId' | 'email'>,
): 'protected' | 'yourself' | null {
  const userId = plainUserId(user.userId)
  if (settings.protectedUsers.has(userId)) return 'protected'
  if (own.userIds.some((name) => plainUserId(name) === userId)) return 'yourself'
  const address = comparableEmail(user.email)
  return address !== null && own.addresses.includes(address) ? 'yourself' : null
}

/** @throws Refused `protected_user` or `yourself`. */
export function refuseHandsOff(settings: Settings, own: OwnNames, user: UserDto): void {
  const why = handsOff(settings, own, user)
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
