import type { Role } from '#contract/role.ts'
import type { Unentitled } from '#store/store.ts'
import { Refused } from './refused.ts'

/** Whoever asks has no session, or has one no longer. */
export function signedOut(): Refused {
  return new Refused('sign_in_required', 'Nobody is signed in.')
}

/** Whoever asks is signed in, and has not the role that it needs. */
export function withoutRole(role: string | null, needs: Role): Refused {
  if (role === null) return new Refused('no_role', 'You may sign in but have no role here.')
  return new Refused('role_required', `This needs the role ${needs}.`)
}

/** Whoever acts was entitled when they asked, and was no longer when it was to be written down. */
export function noLonger({ role }: Unentitled): Refused {
  return role === undefined ? signedOut() : withoutRole(role, 'operator')
}
