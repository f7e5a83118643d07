import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What a provider may get wrong, or do in its own way. */
export type Lies = {
  /** Claims of the ID token in place of the true ones; undefined leaves one out. */
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  signature?: string
  discovery?: Record<string, unknown>
  /** undefined: there is no such endpoint. */
  userInfo?: Record<string, unknown>
  /** The one way in which it takes the secret. */
  takes?: 'basic' | 'post'
}

/** An OpenID provider that gives everybody a code at once, and then says whatever a test wants it to say. */
export async function openLyingProvider(lies: Lies = {}) {
  let nonce: string | null = null
  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', issuer)
    const body = req.method === 'POST' ? await text(req) : ''
    if (url.pathname === '/auth') {
      nonce = url.searchParams.get('nonce')
      const back = new URL(url.searchParams.get('redirect_uri') ?? issuer)
      back.search = `?code=c&state=${url.searchParams.get('state')}`
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
    const now = Math.floor(Date.now() / 1_000)
    const claims = { iss: issuer, sub: '1', aud: 'us', iat: now, exp: now + 60, nonce }
    const head = part({ alg: 'ES256', kid: 'k', ...lies.header })
    const signed = `${head}.${part({ ...claims, ...lies.claims })}`
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
    return `${signed}.${lies.signature ?? sign('sha256', Buffer.from(signed), key).toString('base64url')}`
  }

  function answer(path: string, req: IncomingMessage, body: string) {
    switch (path) {
      case '/.well-known/openid-configuration':
        return { status: 200, json: discovery() }
      case '/jwks': {
        const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }
        return { status: 200, json: { keys: [jwk] } }
      }
      case '/userinfo':
        return { status: 200, json: lies.userInfo ?? {} }
      case '/token': {
        const way = req.headers.authorization?.startsWith('Basic ') ? 'basic' : 'post'
        if (lies.takes && lies.takes !== way)
          return { status: 401, json: { error: 'invalid_client' } }
        if (!body.includes('code_verifier='))
          return { status: 400, json: { error: 'invalid_grant' } }
        const token = { access_token: 'a', token_type: 'Bearer', id_token: idToken() }
        return { status: 200, json: token }
      }
      default:
        return { status: 404, json: {} }
    }
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
      id_token_signing_alg_values_supported: ['ES256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      ...lies.discovery,
    }
  }

  return {
    settings: { issuer, clientId: 'us', clientSecret: 'secret' },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
