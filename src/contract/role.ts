import { z } from 'zod'

/** Lowest first: each role may do what those before it may. */
export const roles = ['viewer', 'operator', 'approver'] as const

export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** `public` needs no session; `session` needs one but no role. */
export type Needs = 'public' | 'session' | Role

/** Whether somebody holding `held` may do what needs `needed`. */
export function mayDo(held: Role | null, needed: Role): boolean {
  return held !== null && roles.indexOf(held) >= roles.indexOf(needed)
}

/** Who may act on users, by themselves or with a batch. */
export const actingRoles = roles.filter((role) => mayDo(role, 'operator'))
