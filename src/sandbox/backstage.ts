import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { Fault, type Faults } from './fault.ts'
import { addressOf, jsonIn, textOf } from './incoming.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { userIdOf } from './named-people.ts'
import type { Pace } from './pace.ts'
import { readPolicy } from './policy.ts'
import type { Pool } from './pool.ts'
import { everyoneNamed } from './populate.ts'

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
  ledger(): LedgerEntry[]
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
    ledger: () => ledger.entries(),
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

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

function answer(res: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  res.end(text)
}

/**
 * What GenAuth does not have, for tests and demonstrations, unsigned: `GET /sandbox/ledger`,
 * `GET /sandbox/people`, `POST /sandbox/switches`. Only by a loopback name, and writing only as JSON,
 * so that no page of another site can do it.
 */
export async function answerBackstage(
  backstage: Backstage,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const text = await textOf(req)
  if (!loopback.test(req.headers.host ?? '')) {
    return answer(res, 421, { message: 'The sandbox answers on loopback only.' })
  }
  switch (`${req.method} ${addressOf(req).path}`) {
    case 'GET /sandbox/ledger':
      return answer(res, 200, backstage.ledger())
    case 'GET /sandbox/people':
      return answer(res, 200, backstage.people())
    case 'POST /sandbox/switches': {
      if (!/^application\/json\b/.test(req.headers['content-type'] ?? '')) {
        return answer(res, 415, { message: 'The switches come as application/json.' })
      }
      const read = Switches.safeParse(jsonIn(text ?? ''))
      if (!read.success) return answer(res, 400, { message: z.prettifyError(read.error) })
      try {
        backstage.switches(read.data)
      } catch (error) {
        return answer(res, 400, { message: error instanceof Error ? error.message : '' })
      }
      return answer(res, 200, {})
    }
    default:
      return answer(res, 404, { message: 'There is nothing here.' })
  }
}
