import { createHmac } from 'node:crypto'
import { ManagementClient } from 'authing-node-sdk'
import { onTestFinished } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts'

/** A sandbox for one test, as quick as it can be; closed when the test ends. */
export async function sandboxInTest(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({
    port: 0,
    users: 200,
    seed: 1,
    latencyMs: 0,
    rps: 0,
    policy: '',
    publicUrl: 'http://127.0.0.1:8080',
    ...options,
  })
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** The vendor's own client, pointed at the sandbox. `timeout` in milliseconds. */
export function sdkFor(sandbox: Sandbox, timeout = 5000): ManagementClient {
  const { url: host, accessKeyId, accessKeySecret } = sandbox
  return new ManagementClient({ accessKeyId, accessKeySecret, host, timeout, lang: 'en-US' })
}

/** The named person with this key. */
export function personIn(sandbox: Sandbox, key: string) {
  const person = sandbox.people().find((someone) => someone.key === key)
  if (!person) throw new Error(`There is no ${key} any more.`)
  return person
}

type ByHand = {
  path: string
  /** With it the call is a POST. */
  body?: Record<string, unknown>
  /** Replaces headers; null leaves one out. */
  headers?: Record<string, string | null>
  family?: 'authing' | 'genauth'
  /** What stands in the signature for path and parameters, where it is not what is sent. */
  signedPath?: string
  secret?: string
  /** When it is aborted, whoever asked goes away. */
  signal?: AbortSignal
}

/** Path and top-level fields as they are signed. */
function signedOver(path: string, body: Record<string, unknown> = {}): string {
  const pairs = Object.entries(body)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}

let nonces = 0

/** Signs a call as the documents describe it, without any client, and sends it. */
export async function byHand(sandbox: Sandbox, call: ByHand) {
  const { path, body, family = 'authing', secret = sandbox.accessKeySecret } = call
  nonces += 1
  const method = body === undefined ? 'GET' : 'POST'
  const given: Record<string, string | null> = {
    date: new Date().toUTCString(),
    [`x-${family}-signature-nonce`]: `nonce-${process.pid}-${nonces}`,
    [`x-${family}-signature-method`]: 'HMAC-SHA1',
    [`x-${family}-signature-version`]: '1.0',
    [`x-${family}-lang`]: 'en-US',
    ...call.headers,
  }
  const headers = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  const signed = headers
    .filter(([name]) => name === 'date' || name.startsWith(`x-${family}-`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
  const text = `${method}\n${signed.join('')}${call.signedPath ?? signedOver(path, body)}`
  const signature = createHmac('sha1', secret).update(text).digest('base64')
  const scheme = family === 'authing' ? 'authing' : 'GenAuth'
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: {
      authorization: `${scheme} ${sandbox.accessKeyId}:${signature}`,
      ...Object.fromEntries(headers),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(call.signal && { signal: call.signal }),
  })
  return envelopeIn(answer)
}

/** Asks, and can go away without waiting for the answer. */
export function leavable<T>(ask: (signal: AbortSignal) => Promise<T>) {
  const leaving = new AbortController()
  const asked = ask(leaving.signal)
  // Whoever asked looks at it only after leaving.
  asked.catch(() => undefined)
  return { asked, abort: () => leaving.abort() }
}

/** What an answer says, whatever it is. */
export async function envelopeIn(answer: Response) {
  const body: unknown = await answer.json()
  const field = (name: string): unknown =>
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return {
    httpStatus: answer.status,
    statusCode: field('statusCode'),
    apiCode: field('apiCode'),
    message: field('message'),
    requestId: field('requestId'),
    data: field('data'),
  }
}

/** A management token, as clients in other languages get one. */
export async function tokenFor(sandbox: Sandbox): Promise<string> {
  const { url, accessKeyId, accessKeySecret } = sandbox
  const answer = await fetch(`${url}/api/v3/get-management-token`, {
    method: 'POST',
    body: JSON.stringify({ accessKeyId, accessKeySecret }),
  })
  return /[\w-]+\.[\w-]+\.[\w-]+/.exec(await answer.text())?.[0] ?? ''
}
