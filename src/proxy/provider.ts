import type { Configuration, IDToken } from 'openid-client'
import type { Claims } from './role-claims.ts'

/** The OpenID provider, and who we are to it. */
export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string }

/** What one sign-in keeps to itself until the browser is back. */
export type Secrets = { state: string; nonce: string; codeVerifier: string }

export type Provider = {
  newSecrets(): Promise<Secrets>
  /** Where to send the browser. Rejects when the provider cannot be reached or understood. */
  signInAddress(secrets: Secrets): Promise<URL>
  /**
   * Trades the code for claims. State, nonce, `iss`, `aud`, signature and PKCE are checked.
   * @throws {@link Declined} when the provider or the person said no; anything else is the provider's fault.
   */
  claims(search: string, expected: Secrets): Promise<{ claims: Claims; authTime: Date | null }>
}

/** The provider answered with an OAuth error such as `access_denied`. */
export class Declined extends Error {
  override name = 'Declined'
}

/** A sign-in at the provider older than a session may be is asked for again. */
const maxAgeS = 8 * 3_600
const toleranceS = 60
const timeoutS = 10
/** Asked for where the provider has them; some hold role names under a scope of their own. */
const wanted = ['profile', 'email', 'role', 'roles']

/** @param callback our address to which the provider sends the browser back. */
export function openProvider(settings: ProviderSettings, callback: URL): Provider {
  let discovered: Promise<Configuration> | null = null
  // Loading the library takes time and memory that only signing in needs.
  const library = () => import('openid-client')
  const configuration = () => {
    discovered ??= discover(settings).catch((error) => {
      discovered = null
      throw error
    })
    return discovered
  }

  return {
    async newSecrets() {
      const client = await library()
      return {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      }
    },

    async signInAddress({ state, nonce, codeVerifier }) {
      const [client, at] = await Promise.all([library(), configuration()])
      const { scopes_supported: known } = at.serverMetadata()
      const scopes = wanted.filter((scope) => known?.includes(scope) ?? !scope.startsWith('role'))
      return client.buildAuthorizationUrl(at, {
        redirect_uri: callback.href,
        scope: ['openid', ...scopes].join(' '),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        max_age: String(maxAgeS),
      })
    },

    async claims(search, { state, nonce, codeVerifier }) {
      const [client, at] = await Promise.all([library(), configuration()])
      const address = new URL(search, callback)
      try {
        const tokens = await client.authorizationCodeGrant(at, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const told = tokens.claims()
        if (!told) throw new Error('The provider sent no ID token.')
        const authTime = authTimeOf(told)
        const more = at.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(at, tokens.access_token, told.sub)
          : {}
        return { claims: { ...more, ...told }, authTime }
      } catch (error) {
        if (error instanceof client.AuthorizationResponseError) {
          throw new Declined(error.error, { cause: error })
        }
        throw error
      }
    },
  }
}

/** A provider may leave `auth_time` out; one that tells it must have kept to `max_age`. */
function authTimeOf({ auth_time: authTime }: IDToken): Date | null {
  if (authTime === undefined) return null
  if (Date.now() / 1_000 - authTime > maxAgeS + toleranceS) {
    throw new Error('The provider did not ask for a fresh enough sign-in.')
  }
  return new Date(authTime * 1_000)
}

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const client = await import('openid-client')
  const { clientId, clientSecret } = settings
  const issuer = new URL(settings.issuer)
  // The settings allow http: on loopback only.
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const found = await client.discovery(issuer, clientId, undefined, undefined, {
    execute,
    timeout: timeoutS,
  })
  const server = found.serverMetadata()
  const basic = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic')
  const authenticate = basic === false ? client.ClientSecretPost : client.ClientSecretBasic
  const at = new client.Configuration(server, clientId, undefined, authenticate(clientSecret))
  at.timeout = timeoutS
  for (const allow of execute) allow(at)
  return at
}
