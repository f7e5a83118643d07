import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from './sandbox.ts'

const publicUrl = 'http://127.0.0.1:8080'
const callback = `${publicUrl}/auth/callback`
let sandbox: Sandbox
let config: client.Configuration

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    users: 60,
    seed: 1,
    latencyMs: 0,
    rps: 0,
    policy: '',
    publicUrl,
  })
  const { issuer, clientId, clientSecret } = sandbox
  config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: [client.allowInsecureRequests],
  })
})
afterAll(() => sandbox.close())

/** A browser as far as signing in needs one: it keeps cookies by path and follows redirects. */
function browser() {
  const jar = new Map<string, { value: string; path: string }>()
  async function open(url: URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...jar]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name.split(' ')[0]}=${value}`)
      .join('; ')
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'en', ...init.headers },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/'
      jar.set(`${name} ${path}`, { value, path })
    }
    return answer
  }
  /** Follows redirects until there is a page, or until the console is reached. */
  async function follow(url: URL, init?: RequestInit): Promise<{ url: URL; answer: Response }> {
    const answer = await open(url, init)
    const location = answer.headers.get('location')
    if (location === null) return { url, answer }
    const next = new URL(location, url)
    if (next.origin === publicUrl) return { url: next, answer }
    return follow(next)
  }
  return { follow }
}

type Asked = { parameters?: Record<string, string>; tab?: ReturnType<typeof browser> }

async function begin({ parameters = {}, tab = browser() }: Asked = {}) {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const to = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...parameters,
  })
  return { tab, verifier, state, page: await tab.follow(to) }
}

async function signInAs(operator: string, asked: Asked = {}) {
  const { tab, verifier, state, page } = await begin(asked)
  const body = new URLSearchParams({ operator })
  const { url } = await tab.follow(page.url, { method: 'POST', body })
  const tokens = await client.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  })
  return { tab, claims: tokens.claims(), tokens }
}

test('an operator signs in with code and PKCE, and the console learns name, e-mail and role', async () => {
  const { claims } = await signInAs('chen-jing')
  expect(claims).toMatchObject({
    name: 'Chen Jing',
    email: 'chen.jing@hanlin.example',
    email_verified: true,
    roles: ['operator'],
  })
  const inDirectory = sandbox.people().find(({ key }) => key === 'chen-jing')
  expect(claims?.sub).toBe(inDirectory?.userId)
  expect(claims?.auth_time).toBeTypeOf('number')
})
