import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SandboxOptions } from '#sandbox/sandbox.ts'
import { startSandbox } from '#sandbox/sandbox.ts'
import { openBrowser } from './browser.fixture.ts'
import { childEnv } from './child-env.fixture.ts'
import { freePort } from './sandbox-process.fixture.ts'

const root = join(import.meta.dirname, '..', '..')
export const secretKey = 'a marked SECRET_KEY of at least thirty-two bytes'

export type ServerOptions = {
  /** More of its variables, or fewer. */
  env?: Record<string, string | undefined>
  /** For the Node that runs it. */
  execArgv?: readonly string[]
  sandbox?: Partial<SandboxOptions>
  /** Where it writes instead of to this process. */
  stdout?: number
}

/** The program as a process of its own, with data of its own, on a sandbox of this one. */
export async function startServer(options: ServerOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'leaver-desk-process-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const sandbox = await startSandbox({
    port: 0,
    users: 40,
    seed: 1,
    latencyMs: 0,
    rps: 0,
    policy: '',
    publicUrl: url,
    ...options.sandbox,
  })
  const databaseUrl = `file:${join(folder, 'desk.db')}`
  const child = spawn(process.execPath, [...(options.execArgv ?? []), 'src/server.ts'], {
    cwd: root,
    env: {
      ...childEnv,
      PORT: String(port),
      PUBLIC_URL: url,
      GENAUTH_HOST: sandbox.url,
      GENAUTH_ACCESS_KEY_ID: sandbox.accessKeyId,
      GENAUTH_ACCESS_KEY_SECRET: sandbox.accessKeySecret,
      OIDC_ISSUER: sandbox.issuer,
      OIDC_CLIENT_ID: sandbox.clientId,
      OIDC_CLIENT_SECRET: sandbox.clientSecret,
      SECRET_KEY: secretKey,
      DATABASE_URL: databaseUrl,
      AUDIT_HEADS: join(folder, 'heads'),
      GENAUTH_TIMEOUT_MS: '5000',
      GENAUTH_SETTLE_MS: '300',
      ...options.env,
    },
    stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
  })
  let output = ''
  const settled = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('GenAuth answers')) settled.resolve()
    })
  }
  child.once('exit', () => settled.resolve())
  const exit = once(child, 'exit').then(([code, signal]) => code ?? signal)
  await (options.stdout === undefined
    ? settled.promise
    : Promise.race([settled.promise, untilItAnswers(`${url}/readyz`)]))
  if (child.exitCode !== null) throw new Error(`The server did not start: ${output}`)
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, redirect: 'manual' })

  return {
    url,
    port,
    host: `127.0.0.1:${port}`,
    folder,
    databaseUrl,
    sandbox,
    pid: child.pid ?? 0,
    /** What it wrote to stdout and stderr so far. */
    output: () => output,
    /** Its exit code, or the signal that ended it. */
    exit,
    running: () => child.exitCode === null && child.signalCode === null,
    signal: (name: NodeJS.Signals) => child.kill(name),
    ask,
    /** As somebody who has just signed in with the provider, as the sandbox's operator of that key. */
    async signIn(operator: string) {
      const browser = openBrowser(
        { fetch: (request) => fetch(request, { redirect: 'manual' }) },
        url,
      )
      const callback = await browser.pick(operator)
      await browser.open(callback)
      const session = browser.cookie('leaver-desk') ?? ''
      const headers = {
        cookie: `leaver-desk=${session}`,
        origin: url,
        'x-leaver-desk': '1',
        'content-type': 'application/json',
      }
      return {
        session,
        /** What the provider sent back through the browser. */
        code: callback.searchParams.get('code') ?? '',
        state: callback.searchParams.get('state') ?? '',
        headers,
        get: (path: string) => ask(path, { headers }),
        post: (path: string, body: unknown) =>
          ask(path, { method: 'POST', headers, body: JSON.stringify(body) }),
      }
    },
    /** Every file in the data folder, as it is now. */
    async files(): Promise<[string, Uint8Array][]> {
      const names = await readdir(folder)
      return Promise.all(
        names.map(
          async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))],
        ),
      )
    },
    async end() {
      child.kill('SIGKILL')
      await exit
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Also of a process whose words go elsewhere. */
async function untilItAnswers(url: string): Promise<void> {
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) await wait(50)
}

export type ServerProcess = Awaited<ReturnType<typeof startServer>>
