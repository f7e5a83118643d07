import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { jwt, publicKeys, signers, type Token } from './id-token.fixture.ts'

/** What a provider may get wrong, or do in its own way; may be changed while it runs. */
export type Lies = {
  /** Claims of the ID token in place of the true ones; undefined leaves one out. */
  claims?: Record<string, unknown>
  /** Seconds from now, for claims that are a time. */
  times?: Record<string, number>
  header?: Record<string, unknown>
  sign?: Token['sign']
  /** Claims that are changed after the token was signed. */
  shown?: Record<string, unknown>
  /** In place of the ID token; null: there is none. */
  idToken?: string | null
  discovery?: Record<string, unknown>
  /** undefined: there is no such endpoint. */
  userInfo?: Record<string, unknown>
  /** The one way in which it takes the secret. */
  takes?: 'basic' | 'post'
  /** Query of the way back, besides code and state. */
  back?: Record<string, string>
}

/** An OpenID provider that gives everybody a code at once, and then says whatever a test wants it to say. */
export async function openLyingProvider(lies: Lies, now: () => Date) {
  let asked = new URLSearchParams()
  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', issuer)
    const body = new URLSearchParams(req.method === 'POST' ? await text(req) : '')
    if (url.pathname === '/auth') {
      asked = url.searchParams
      const back = new URL(asked.get('redirect_uri') ?? issuer)
      const query = { code: 'c', state: asked.get('state') ?? '', ...lies.back }
      back.search = new URLSearchParams(query).toString()
      return res.writeHead(302, { location: back.href }).end()
    }
    const { status, json } = answer(url.pathname, req, body)
    return res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const issuer = `http://127.0.0.1:${port}`

  function idToken(): string {
    const nowS = Math.floor(now().getTime() / 1_000)
    const times = Object.entries({ iat: 0, exp: 60, ...lies.times })
    const claims = {
      ...{ iss: issuer, sub: '1', aud: 'us', nonce: asked.get('nonce') },
      ...Object.fromEntries(times.map(([name, seconds]) => [name, nowS + seconds])),
      ...lies.claims,
    }
    return jwt({
      header: { alg: 'ES256', kid: 'es', ...lies.header },
      claims,
      sign: lies.sign ?? signers.es256,
      ...(lies.shown && { shown: { ...claims, ...lies.shown } }),
    })
  }

  function answer(path: string, req: IncomingMessage, body: URLSearchParams) {
    switch (path) {
      case '/.well-known/openid-configuration':
        return { status: 200, json: discovery() }
      case '/jwks':
        return { status: 200, json: { keys: [publicKeys.es256, publicKeys.rs256] } }
      case '/userinfo':
        return { status: 200, json: lies.userInfo ?? {} }
      case '/token':
        return tokens(req, body)
      default:
        return { status: 404, json: {} }
    }
  }

  function tokens(req: IncomingMessage, body: URLSearchParams) {
    const way = req.headers.authorization?.startsWith('Basic ') ? 'basic' : 'post'
    if (lies.takes && lies.takes !== way) return { status: 401, json: { error: 'invalid_client' } }
    if (!isVerified(body)) return { status: 400, json: { error: 'invalid_grant' } }
    const told = lies.idToken === undefined ? idToken() : lies.idToken
    const token = { access_token: 'a', token_type: 'Bearer' }
    return { status: 200, json: { ...token, ...(told !== null && { id_token: told }) } }
  }

  /** Whether the code is asked for by whoever began: PKCE, S256. */
  function isVerified(body: URLSearchParams): boolean {
    const hash = createHash('sha256').update(body.get('code_verifier') ?? '')
    return asked.get('code_challenge') === hash.digest('base64url')
  }

  function discovery() {
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      ...(lies.userInfo && { userinfo_endpoint: `${issuer}/userinfo` }),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256', 'RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      ...lies.discovery,
    }
  }

  return {
    issuer,
    settings: { issuer, clientId: 'us', clientSecret: 'the-secret-of-us' },
    /** What the browser was last sent here with. */
    asked: () => asked,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
