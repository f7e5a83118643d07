import { answerBackstage, type Backstage, backstagePrefix, Switches } from './backstage.ts'
import { directoryOf } from './directory.ts'
import { faultsBeside, namedFaults } from './fault.ts'
import { addressOf } from './incoming.ts'
import { openJournal } from './journal.ts'
import { inventKeys } from './keys.ts'
import { newLedger } from './ledger.ts'
import { type Answerer, listen } from './listen.ts'
import { managementApi } from './management-api.ts'
import { userIdOf } from './named-people.ts'
import { newPace } from './pace.ts'
import { readPolicy } from './policy.ts'
import type { Pool } from './pool.ts'
import { everyoneNamed, populate } from './populate.ts'

export type SandboxOptions = {
  /** 0: any that is free. */
  port: number
  users: number
  seed: number
  latencyMs: number
  /** Calls a second before 429; 0: no limit. */
  rps: number
  /** `SANDBOX_POLICY`; '' is the documented behaviour. */
  policy: string
  /** The console's origin: its `/auth/callback` is where signing in ends. */
  publicUrl: string
  /** A file that keeps changes over a restart; absent: they end with the process. */
  keepIn?: string
  now?: () => Date
}

export type Sandbox = Backstage & {
  /** Of the Management API: http://127.0.0.1:PORT */
  url: string
  /** Of the OpenID provider: http://localhost:PORT/oidc */
  issuer: string
  accessKeyId: string
  accessKeySecret: string
  clientId: string
  clientSecret: string
  close(): Promise<void>
}

/** How late Slow Sam is unless a switch says otherwise, in milliseconds. */
const usualSlowMs = 2500

const issuerAt = (port: number | undefined) => `http://localhost:${port}/oidc`

/**
 * Starts a GenAuth of invented people on loopback, with an OpenID provider beside it.
 * @throws Error with one sentence when the policy is malformed, the journal damaged, the port taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date())
  const keys = inventKeys(options.seed)
  const journal = openJournal(options.keepIn)
  const people = populate(options.seed, options.users, now())
  const pool: Pool = {
    directory: directoryOf(options.seed, people),
    keys,
    policy: readPolicy(options.policy),
    now,
  }
  for (const happened of journal.kept) pool.directory.apply(happened)

  let { latencyMs } = options
  let named = namedFaults(usualSlowMs)
  const ledger = newLedger()
  const faults = faultsBeside(() => named)
  const pace = newPace(options.rps, now)
  const closing = new AbortController()
  const api = managementApi({
    pool,
    faults,
    journal,
    ledger,
    pace,
    latencyMs: () => latencyMs,
    closing: closing.signal,
  })

  const backstage: Backstage = {
    ledger: () => ledger.entries(),
    people: () =>
      everyoneNamed.flatMap((person) => {
        const userId = userIdOf(person)
        const found = pool.directory.find('user_id', userId)
        if (!found) return []
        const { name, nickname, username, email, phone, externalId, status } = found.profile
        const { key, about } = person
        return [{ key, about, userId, name, nickname, username, email, phone, externalId, status }]
      }),
    switches(next) {
      const read = Switches.parse(next)
      if (read.policy !== undefined) pool.policy = readPolicy(read.policy, pool.policy)
      if (read.latencyMs !== undefined) latencyMs = read.latencyMs
      if (read.rps !== undefined) pace.set(read.rps)
      if (read.slowMs !== undefined) named = namedFaults(read.slowMs)
      if (read.faults !== undefined) faults.set(read.faults)
    },
  }

  /** Loaded by the first who signs in: it takes a while and 47 MB. */
  let signingIn: Promise<Answerer> | undefined
  const signInAt = async (issuer: string): Promise<Answerer> => {
    const { signIn } = await import('./sign-in.ts')
    const { publicUrl } = options
    return signIn({ issuer, keys, publicUrl, people: () => pool.directory.everyone().length })
  }

  const server = await listen(options.port, async (req, res) => {
    const { path } = addressOf(req)
    if (path.startsWith(backstagePrefix)) return answerBackstage(backstage, req, res)
    if (!path.startsWith('/oidc/')) return api(req, res)
    signingIn ??= signInAt(issuerAt(req.socket.localPort))
    const answer = await signingIn
    return answer(req, res)
  })

  return {
    ...backstage,
    url: `http://127.0.0.1:${server.port}`,
    issuer: issuerAt(server.port),
    accessKeyId: keys.accessKeyId,
    accessKeySecret: keys.accessKeySecret,
    clientId: keys.clientId,
    clientSecret: keys.clientSecret,
    async close() {
      closing.abort()
      await server.close()
      journal.close()
    },
  }
}
