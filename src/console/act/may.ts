import type { Access } from '#contract/user.ts'
import type { UserStatus } from '#contract/user-id-type.ts'

const isOne = (status: string, ...these: UserStatus[]) => these.some((one) => one === status)

/** Whether there is anything to suspend: elsewhere sign-in is blocked already, or nobody knows. */
export function mayBeSuspended(status: string): boolean {
  return isOne(status, 'Activated')
}

/** Whether there is a suspension to take back. */
export function mayBeReactivated(status: string): boolean {
  return isOne(status, 'Suspended')
}

/** Whether an account is still there to be resigned; of one that has ended only deleting is left. */
export function mayBeResigned(status: string): boolean {
  return !isOne(status, 'Resigned', 'Archived')
}

/** How many apps the user is signed in to; null: it could not be read. */
export function sessionsOf({ apps }: Access): number | null {
  return apps.state === 'read' ? apps.items.length : null
}
