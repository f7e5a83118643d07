import type { Role } from '#contract/role.ts'
import { roles } from '#contract/role.ts'
import type { Person } from '#store/records.ts'

/** What a provider says about somebody. */
export type Claims = {
  readonly iss: string
  readonly sub: string
  readonly [name: string]: unknown
}

/** Which claims of the provider mean what here. */
export type RoleClaims = {
  /** The claim that holds role names: one as text, or several as an array. */
  role: string
  /** The claim that holds the operator's own GenAuth user id, if any does. */
  ownUserId: string | null
  /** The provider's name for each role. */
  names: Record<Role, string>
}

const longest = 200

/** The highest role that is claimed; null: none. */
function roleFrom(claims: Claims, { role, names }: RoleClaims): Role | null {
  const claimed = claims[role]
  const held: unknown[] = Array.isArray(claimed) ? claimed : [claimed]
  return roles.findLast((each) => held.includes(names[each])) ?? null
}

/** Who signed in, as far as the provider tells. */
export function personFrom(
  claims: Claims,
  meaning: RoleClaims,
): Omit<Person, 'personId' | 'revoked'> {
  const email = textOf(claims.email)
  const name = textOf(claims.name) ?? textOf(claims.preferred_username) ?? email
  return {
    iss: claims.iss,
    sub: claims.sub,
    name: name ?? claims.sub.slice(0, longest),
    email,
    // Some providers say it as text. Here an address only ever keeps people from something.
    emailVerified: email !== null && [true, 'true'].some((yes) => claims.email_verified === yes),
    ownUserId: meaning.ownUserId === null ? null : textOf(claims[meaning.ownUserId]),
    role: roleFrom(claims, meaning),
  }
}

function textOf(claim: unknown): string | null {
  if (typeof claim !== 'string') return null
  const text = claim.replaceAll(/\p{Cc}/gu, ' ').trim()
  return text === '' ? null : text.slice(0, longest)
}
