import { z } from 'zod'
import { Fault, type Faults } from './fault.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { userIdOf } from './named-people.ts'
import type { Pace } from './pace.ts'
import { readPolicy } from './policy.ts'
import type { Pool } from './pool.ts'
import { everyoneNamed } from './populate.ts'
import type { Tally } from './tally.ts'

/** A named person of the sandbox: whom to look up, and what for. */
export type SandboxPerson = {
  key: string
  about: string
  userId: string
  name: string
  nickname: string | null
  username: string | null
  email: string | null
  phone: string | null
  externalId: string | null
  status: string
}

/** What may be changed while the sandbox runs; what is left out stays. */
export const Switches = z.strictObject({
  /** Parts of `SANDBOX_POLICY`; those that are left out stay. */
  policy: z.string().max(1000).optional(),
  latencyMs: z.int().min(0).max(60_000).optional(),
  /** Calls a second before 429; 0: no limit. */
  rps: z.int().min(0).max(1_000_000).optional(),
  /** How late Slow Sam is. */
  slowMs: z.int().min(0).max(3000).optional(),
  /** Replaces the faults that were set before; the named people keep theirs. */
  faults: z.array(Fault).max(200).optional(),
})
export type Switches = z.input<typeof Switches>

export type Backstage = {
  /** What is remembered of the calls after this number; without one: all of it. */
  ledger(after?: number): LedgerEntry[]
  tally(): Tally
  people(): SandboxPerson[]
  /** @throws Error with one sentence when a part of the policy is malformed. */
  switches(next: Switches): void
}

/** What is set by numbers and may be changed while the sandbox runs. */
export type Knobs = {
  /** How long every call takes. */
  latencyMs: number
  /** How late Slow Sam is. */
  slowMs: number
}

type Behind = { pool: Pool; ledger: Ledger; faults: Faults; pace: Pace; knobs: Knobs }

/** Shows and turns what goes on in one sandbox. */
export function backstageOf({ pool, ledger, faults, pace, knobs }: Behind): Backstage {
  return {
    ledger: (after) => ledger.entries(after),
    tally: () => ledger.tally(),
    people: () =>
      everyoneNamed.flatMap((named) => {
        const userId = userIdOf(named)
        const person = pool.directory.find('user_id', userId)
        if (!person) return []
        const { name, nickname, username, email, phone, externalId, status } = person.profile
        const { key, about } = named
        return [{ key, about, userId, name, nickname, username, email, phone, externalId, status }]
      }),
    switches(next) {
      const { policy, rps, faults: planted, ...turned } = Switches.parse(next)
      if (policy !== undefined) pool.policy = readPolicy(policy, pool.policy)
      if (rps !== undefined) pace.set(rps)
      if (planted !== undefined) faults.set(planted)
      Object.assign(knobs, turned)
    },
  }
}
