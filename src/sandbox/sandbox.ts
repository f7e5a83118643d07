import { type Backstage, backstageOf } from './backstage.ts'
import { answerBackstage } from './backstage-door.ts'
import { directoryOf } from './directory.ts'
import { faultsBeside, namedFaults, usualSlowMs } from './fault.ts'
import { addressOf } from './incoming.ts'
import { openJournal } from './journal.ts'
import { inventKeys } from './keys.ts'
import { newLedger } from './ledger.ts'
import { type Answerer, listen } from './listen.ts'
import { managementApi } from './management-api.ts'
import { newPace } from './pace.ts'
import { backstagePrefix, oidcPrefix } from './paths.ts'
import { readPolicy } from './policy.ts'
import type { Pool } from './pool.ts'
import { populate } from './populate.ts'

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

const issuerAt = (port: number | undefined) => `http://localhost:${port}${oidcPrefix}`

/**
 * Starts a GenAuth of invented people on loopback, with an OpenID provider beside it.
 * @throws Error with one sentence when the policy is malformed, the journal damaged, the port taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { seed, users, publicUrl, now = () => new Date() } = options
  const keys = inventKeys(seed)
  const policy = readPolicy(options.policy)
  const journal = openJournal(options.keepIn)
  const directory = directoryOf(seed, populate(seed, users, now()))
  for (const happened of journal.kept) directory.apply(happened)

  const pool: Pool = { directory, keys, policy, now }
  const knobs = { latencyMs: options.latencyMs, slowMs: usualSlowMs }
  const ledger = newLedger()
  const faults = faultsBeside(() => namedFaults(knobs.slowMs))
  const pace = newPace(options.rps, now)
  const backstage = backstageOf({ pool, ledger, faults, pace, knobs })
  const closing = new AbortController()
  const api = managementApi({ pool, ledger, faults, pace, knobs, journal, closing: closing.signal })

  /** Loaded by the first who signs in: it takes a while and 47 MB. */
  let signingIn: Promise<Answerer> | undefined
  const signInAt = async (issuer: string): Promise<Answerer> => {
    const { signIn } = await import('./sign-in.ts')
    return signIn({
      issuer,
      keys,
      publicUrl,
      people: () => directory.everyone().length,
      now,
      tellsAuthTime: () => pool.policy['auth-time'] === 'tell',
    })
  }

  const listening = listen(options.port, async (req, res) => {
    const { path } = addressOf(req)
    if (path.startsWith(backstagePrefix)) return answerBackstage(backstage, req, res)
    if (!path.startsWith(`${oidcPrefix}/`)) return api(req, res)
    signingIn ??= signInAt(issuerAt(req.socket.localPort))
    const answer = await signingIn
    return answer(req, res)
  })
  const server = await listening.catch((error: unknown) => {
    journal.close()
    throw error
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
      if (closing.signal.aborted) return
      closing.abort()
      await server.close()
      journal.close()
    },
  }
}
