import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shellLines } from './print.ts'
import { sandboxInTest } from './sandbox.fixture.ts'
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

test.each([
  ['sun-tao', ['viewer']],
  ['lin-mei', ['operator']],
  ['wang-lan', ['approver']],
  ['guest', []],
])('%s signs in with the roles %j', async (operator, roles) => {
  const { claims } = await signInAs(operator)
  expect(claims?.roles).toEqual(roles)
})

test('the same can be read with the access token', async () => {
  const { tokens, claims } = await signInAs('wang-lan')
  const info = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
  expect(info).toMatchObject({ name: 'Wang Lan', email: 'wang.lan@hanlin.example' })
})

test('everybody is asked who they are at every sign-in, and may come back as somebody else', async () => {
  const { tab } = await signInAs('chen-jing')
  const { claims } = await signInAs('wang-lan', { tab })
  expect(claims?.name).toBe('Wang Lan')
})

const freshly: Record<string, string>[] = [
  { prompt: 'login' },
  { max_age: '0' },
  { prompt: 'login', max_age: '0' },
]

test.each(freshly)('%j gives a fresh time of signing in', async (parameters) => {
  const { tab } = await signInAs('chen-jing')
  const before = Math.floor(Date.now() / 1000)
  const { claims } = await signInAs('chen-jing', { tab, parameters })
  expect(claims?.auth_time).toBeGreaterThanOrEqual(before)
})

test('under auth-time=omit nobody is told when somebody proved who they are', async () => {
  sandbox.switches({ policy: 'auth-time=omit' })
  const { claims } = await signInAs('chen-jing', { parameters: { max_age: '0' } })
  expect(claims?.sub).toBeTypeOf('string')
  expect(claims).not.toHaveProperty('auth_time')
  sandbox.switches({ policy: 'auth-time=tell' })
  const { claims: told } = await signInAs('chen-jing')
  expect(told?.auth_time).toBeTypeOf('number')
})

test('prompt=none asks nobody: it knows who signed in before, or says that nobody did', async () => {
  const { tab } = await signInAs('chen-jing')
  const known = await begin({ tab, parameters: { prompt: 'none' } })
  expect(known.page.url.searchParams.get('code')).toBeTypeOf('string')
  const unknown = await begin({ parameters: { prompt: 'none' } })
  expect(unknown.page.url.searchParams.get('error')).toBe('login_required')
})

test('without PKCE there is no code', async () => {
  const tab = browser()
  const to = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
  const { url } = await tab.follow(to)
  expect(url.searchParams.get('error')).toBe('invalid_request')
})

test('a code is not sent to an address that was not registered', async () => {
  const { page } = await begin({ parameters: { redirect_uri: 'http://127.0.0.1:9/auth/callback' } })
  expect(page.answer.status).toBe(400)
  expect(page.url.origin).toBe(new URL(sandbox.issuer).origin)
})

test('the page names four operators and their roles, in the language of the browser', async () => {
  const { tab, page } = await begin()
  const english = await page.answer.text()
  for (const name of ['Sun Tao, Viewer', 'Chen Jing, Operator', 'Lin Mei, Operator']) {
    expect(english).toContain(`aria-label="${name}"`)
  }
  expect(english).toContain('aria-label="Wang Lan, Approver"')
  expect(english).toContain('60 invented people')
  const asked = await tab.follow(page.url, { headers: { 'accept-language': 'fr, zh-CN;q=0.9' } })
  expect(await asked.answer.text()).toContain('aria-label="陈静, 操作员"')
  const chosen = await tab.follow(new URL('?lang=zh', page.url))
  expect(await chosen.answer.text()).toContain('<html lang="zh-CN">')
})

test('the page has no script and a policy that lets its form lead on to the console only', async () => {
  const { page } = await begin()
  const policy = page.answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`form-action 'self' ${publicUrl};`)
  expect(policy).not.toContain('unsafe')
  expect(await page.answer.text()).not.toMatch(/<script| on[a-z]+=| style="/)
})

test('an operator that there is not, or a sign-in that has expired, is told so', async () => {
  const { tab, page } = await begin()
  const body = new URLSearchParams({ operator: 'mallory' })
  const nobody = await tab.follow(page.url, { method: 'POST', body })
  expect(nobody.answer.status).toBe(400)
  const expired = await browser().follow(page.url)
  expect(expired.answer.status).toBe(400)
  expect(await expired.answer.text()).toContain('may have expired')
})

test('the provider speaks of itself as localhost, whatever it is called', async () => {
  const metadata = await fetch(`${sandbox.url}/oidc/.well-known/openid-configuration`)
  expect(await metadata.json()).toMatchObject({
    issuer: sandbox.issuer,
    token_endpoint: `${sandbox.issuer}/token`,
  })
})

test('after a restart the same key signs', async () => {
  const keys = async ({ issuer }: Sandbox) => (await fetch(`${issuer}/jwks`)).text()
  const again = await sandboxInTest()
  expect(await keys(again)).toBe(await keys(sandbox))
  expect(await keys(again)).not.toContain('"d"')
})

test('the lines for a shell hold all that a console needs', () => {
  expect(shellLines(sandbox)).toEqual([
    `GENAUTH_HOST=${sandbox.url}`,
    `GENAUTH_ACCESS_KEY_ID=${sandbox.accessKeyId}`,
    `GENAUTH_ACCESS_KEY_SECRET=${sandbox.accessKeySecret}`,
    `OIDC_ISSUER=${sandbox.issuer}`,
    `OIDC_CLIENT_ID=${sandbox.clientId}`,
    `OIDC_CLIENT_SECRET=${sandbox.clientSecret}`,
  ])
})
