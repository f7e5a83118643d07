import { freshMs } from '#contract/limits.ts'
import { foreignText } from '#genauth/foreign-text.ts'
import type { Caller } from './handler.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

/** Milliseconds for which somebody still counts as freshly signed in; 0 or less: no longer. */
export function freshFor(authTime: Date, now: Date): number {
  return authTime.getTime() + freshMs - now.getTime()
}

/**
 * Refuses somebody who proved who they are longer ago than five minutes: whoever finds an open screen
 * can read, but neither resign nor delete anybody.
 * @throws Refused `fresh_sign_in_required`; `auth_time_missing`, naming the provider, when it did not
 * say when that was: signing in again would not help.
 */
export function refuseStale({ clock }: Pick<World, 'clock'>, caller: Caller): void {
  const { authTime, iss } = caller
  if (authTime === null) {
    throw new Refused(
      'auth_time_missing',
      `The provider ${foreignText(iss)} does not say when people proved who they are (auth_time).`,
    )
  }
  if (freshFor(authTime, clock.now()) < 0) {
    throw new Refused('fresh_sign_in_required', 'This needs a sign-in of the last five minutes.')
  }
}
