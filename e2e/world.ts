import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagementClient } from 'authing-node-sdk'
import { freePort } from '#proxy/sandbox-process.fixture.ts'
import type { SandboxPerson, Switches } from '#sandbox/backstage.ts'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import { startSandbox } from '#sandbox/sandbox.ts'
import { Child } from './child.ts'

/**
 * A GenAuth and a Leaver Desk on data of their own. The console is opened as 127.0.0.1 and the provider
 * as localhost, so that signing in crosses sites as it does in life. The product is a process; GenAuth
 * answers over the network too, but out of the test's own process, where it starts at once.
 */
export type World = {
  /** The console's origin. */
  url: string
  /** The origin of the OpenID provider. */
  provider: string
  /** The file of the product's database. */
  database: string
  /** Everything that GenAuth was asked, and what it did: the witness. */
  ledger(): Promise<LedgerEntry[]>
  /** The named people of the sandbox. */
  people(): Promise<SandboxPerson[]>
  /** The named person with this key, such as `li-wei`. */
  person(key: string): Promise<SandboxPerson>
  switches(next: Switches): Promise<void>
  /** The vendor's own client, for changes behind the console's back. */
  genauth: ManagementClient
  /** Starts the product again on the same data; `more` is for its environment from now on. */
  startProduct(more?: Record<string, string>): Promise<void>
  /** SIGKILL: no goodbye. */
  killProduct(): Promise<void>
  /** What the product wrote to its log so far, over all its lives. */
  log(): string
  end(): Promise<void>
}

const quick = { port: 0, seed: 1, latencyMs: 10, rps: 0, policy: '' }

/** One person may do by themselves whatever a story needs; a story about a second person says so. */
const alone = { APPROVAL_ABOVE: '100000', APPROVAL_SHARE: '1' }

/** The product's environment, perhaps with somebody between it and the GenAuth at this address. */
type Also = Record<string, string> | ((genauth: string) => Promise<Record<string, string>>)

/** Starts a world with so many invented people besides the named ones; `also` is for the product. */
export async function startWorld(users: number, also: Also = {}): Promise<World> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const sandbox = await startSandbox({ ...quick, users, publicUrl: url })
  const { url: host, accessKeyId, accessKeySecret } = sandbox
  const data = await mkdtemp(join(tmpdir(), 'leaver-desk-world-'))
  const database = join(data, 'leaver-desk.db')
  let earlier = ''
  let product: Child | null = null
  const given = typeof also === 'function' ? await also(host) : also
  let environment: Record<string, string> = { ...alone, ...given }

  async function startProduct(more: Record<string, string> = {}) {
    environment = { ...environment, ...more }
    const child = new Child([], {
      GENAUTH_HOST: host,
      GENAUTH_ACCESS_KEY_ID: accessKeyId,
      GENAUTH_ACCESS_KEY_SECRET: accessKeySecret,
      OIDC_ISSUER: sandbox.issuer,
      OIDC_CLIENT_ID: sandbox.clientId,
      OIDC_CLIENT_SECRET: sandbox.clientSecret,
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: `file:${database}`,
      GENAUTH_TIMEOUT_MS: '1500',
      GENAUTH_SETTLE_MS: '1000',
      ...environment,
    })
    product = child
    await child.until('The console', () =>
      fetch(`${url}/readyz`).then(
        (answer) => (answer.ok ? answer : null),
        () => null,
      ),
    )
  }
  async function endProduct(signal: 'SIGTERM' | 'SIGKILL') {
    await product?.end(signal)
    earlier += product?.output ?? ''
    product = null
  }
  const world: World = {
    url,
    provider: new URL(sandbox.issuer).origin,
    database,
    ledger: async () => sandbox.ledger(),
    people: async () => sandbox.people(),
    async person(key) {
      const person = sandbox.people().find((each) => each.key === key)
      if (person === undefined) throw new Error(`Nobody has the key ${key}.`)
      return person
    },
    switches: async (next) => sandbox.switches(next),
    genauth: new ManagementClient({ host, accessKeyId, accessKeySecret }),
    startProduct,
    killProduct: () => endProduct('SIGKILL'),
    log: () => earlier + (product?.output ?? ''),
    async end() {
      await endProduct('SIGTERM')
      await sandbox.close()
      await rm(data, { recursive: true, force: true })
    },
  }
  try {
    // Loading the provider takes a while, once: nobody is to wait for it who signs in.
    const provider = fetch(`${sandbox.issuer}/.well-known/openid-configuration`)
    await Promise.all([startProduct(), provider])
    return world
  } catch (error) {
    await world.end()
    throw error
  }
}
