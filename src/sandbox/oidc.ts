import { createECDH } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type ClientMetadata,
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider'
import type { Keys } from './keys.ts'
import { oidcMemory } from './oidc-memory.ts'
import { guest, type Operator, operators } from './operators.ts'
import { oidcPrefix, signInPrefix } from './paths.ts'

/** Seconds. */
const minutes = (count: number) => count * 60

const everybody: readonly Operator[] = [...operators, guest]

/** The operator with this subject. */
const operatorWith = (sub: string) => everybody.find((operator) => operator.sub === sub)

/** A signing key that depends on the seed alone, so that a restart changes nothing. */
function signingKey({ signingKey: drawn }: Keys) {
  const secret = Buffer.from(drawn)
  // Below the order of the curve whatever was drawn.
  secret.writeUInt8(secret.readUInt8(0) & 0x7f, 0)
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(secret)
  const point = pair.getPublicKey()
  return {
    kty: 'EC',
    crv: 'P-256',
    alg: 'ES256',
    use: 'sig',
    kid: 'sandbox',
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33, 65).toString('base64url'),
  }
}

/** Picking is asked for at every sign-in, so that one can come back as somebody else. */
function alwaysAsk() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('pick', 'an operator has to be picked', ({ oidc }) => {
      return !oidc.prompts.has('none') && oidc.result?.login === undefined
    }),
  )
  return policy
}

/** Nobody is asked for consent: what the console wants to know, it is told. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider, params } = oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(String(params?.scope ?? 'openid'))
  grant.addOIDCClaims(['roles', 'auth_time'])
  await grant.save()
  return grant
}

/** How the provider behaves beyond what it is configured for. */
export type Conduct = {
  now: () => Date
  /** Whether ID tokens say when the person proved who they are. */
  tellsAuthTime: () => boolean
}

const epoch = (at: Date) => Math.floor(at.getTime() / 1000)

/** The library stamps tokens by the clock of the system: they must not be over by the sandbox's own. */
function idTokenLife(now: () => Date): number {
  const ahead = epoch(now()) - epoch(new Date())
  return minutes(60) + Math.max(0, ahead)
}

function configuration(
  keys: Keys,
  publicUrl: string,
  { now }: Conduct,
  errorPage: ErrorPage,
): Configuration {
  const client: ClientMetadata = {
    client_id: keys.clientId,
    client_secret: keys.clientSecret,
    redirect_uris: [new URL('/auth/callback', publicUrl).href],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: 'ES256',
    require_auth_time: true,
  }
  return {
    adapter: oidcMemory(),
    clients: [client],
    jwks: { keys: [signingKey(keys)] },
    cookies: { keys: [keys.cookieKey] },
    scopes: ['openid', 'profile', 'email', 'roles'],
    claims: {
      openid: ['sub', 'roles', 'iat'],
      profile: ['name', 'nickname'],
      email: ['email', 'email_verified'],
      roles: ['roles'],
    },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    interactions: {
      policy: alwaysAsk(),
      url: (_, { uid }) => `${signInPrefix}${uid}`,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    ttl: {
      AccessToken: minutes(60),
      AuthorizationCode: minutes(1),
      Grant: minutes(60 * 8),
      IdToken: () => idTokenLife(now),
      Interaction: minutes(60),
      Session: minutes(60 * 8),
    },
    loadExistingGrant: grantEverything,
    findAccount(_, sub) {
      const operator = operatorWith(sub)
      if (!operator) return undefined
      const { name, chineseName, email, role } = operator
      return {
        accountId: sub,
        claims: (use) => ({
          sub,
          ...(use === 'id_token' && { iat: epoch(now()) }),
          name,
          nickname: chineseName,
          email,
          email_verified: true,
          roles: role === null ? [] : [role],
        }),
      }
    },
    renderError(ctx, { error, error_description }) {
      const page = errorPage(ctx.req, error_description ?? error)
      ctx.set(page.headers)
      ctx.body = page.html
    },
  }
}

/** A page that says why a sign-in cannot go on. */
type ErrorPage = (
  req: IncomingMessage,
  why: string,
) => { headers: Record<string, string>; html: string }

/**
 * The OpenID provider: authorization code with PKCE, for the one client that is the console at
 * `publicUrl`.
 */
export function newProvider(
  issuer: string,
  keys: Keys,
  publicUrl: string,
  conduct: Conduct,
  errorPage: ErrorPage,
) {
  const provider = new Provider(issuer, configuration(keys, publicUrl, conduct, errorPage))
  provider.silent = true
  const { authTime } = provider.Session.prototype
  provider.Session.prototype.authTime = function () {
    return conduct.tellsAuthTime() ? authTime.call(this) : undefined
  }
  const answer = provider.callback()
  return {
    provider,
    /** Answers a request below `/oidc`; addresses are always those of the issuer. */
    async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const { url = '/' } = req
      Object.assign(req, { originalUrl: url, url: url.slice(oidcPrefix.length) })
      req.headers.host = new URL(issuer).host
      await answer(req, res)
    },
  }
}
