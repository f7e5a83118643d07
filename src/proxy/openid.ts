import type { ClientAuth, Configuration, IDToken } from 'openid-client'
import * as client from 'openid-client'
import type { Provider, ProviderSettings } from './provider.ts'
import { SignInFailed } from './provider.ts'

/** A sign-in at the provider older than a session may be is asked for again. */
const maxAgeS = 8 * 3_600
const toleranceS = 60
/** For each answer of the provider. */
const timeoutS = 10
/** Asked for where the provider has them; some keep role names under a scope of their own. */
const scopes = ['profile', 'email', 'role', 'roles']

/**
 * A provider that is discovered when it is first needed, and again after a failure.
 * @param callback our address, to which the provider sends the browser back.
 */
export function openProvider(settings: ProviderSettings, callback: URL): Provider {
  let discovered: Promise<Configuration[]> | null = null
  const ways = () => {
    discovered ??= discover(settings).catch((error) => {
      discovered = null
      throw error
    })
    return discovered
  }

  return {
    newSecrets() {
      return {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      }
    },

    async signInAddress({ state, nonce, codeVerifier }) {
      const [at] = await ways()
      if (!at) throw new Error('The provider knows no way to send a secret.')
      const known = at.serverMetadata().scopes_supported ?? ['profile', 'email']
      return client.buildAuthorizationUrl(at, {
        redirect_uri: callback.href,
        scope: ['openid', ...scopes.filter((scope) => known.includes(scope))].join(' '),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        max_age: String(maxAgeS),
      })
    },

    async claims(search, { state, nonce, codeVerifier }, now) {
      const address = new URL(search, callback)
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      }
      const { at, tokens } = await firstThatAuthenticates(await ways(), (way) =>
        client.authorizationCodeGrant(way, address, checks),
      )
      const told = tokens.claims()
      if (!told) throw new Error('The provider sent no ID token.')
      const authTime = authTimeOf(told, now)
      const more = at.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(at, tokens.access_token, told.sub)
        : {}
      return { claims: { ...more, ...told }, authTime }
    },
  }
}

/**
 * A provider takes the secret in the way it was told to when we were registered, which discovery does
 * not say. Whoever refuses one way has not looked at the code yet, so the other may be tried.
 */
async function firstThatAuthenticates<T>(
  ways: readonly Configuration[],
  grant: (at: Configuration) => Promise<T>,
): Promise<{ at: Configuration; tokens: T }> {
  let refusal: unknown
  for (const at of ways) {
    try {
      return { at, tokens: await grant(at) }
    } catch (error) {
      if (error instanceof client.AuthorizationResponseError) {
        throw new SignInFailed('refused', error)
      }
      if (!isUnknownClient(error)) throw error
      refusal = error
    }
  }
  throw refusal
}

function isUnknownClient(error: unknown): boolean {
  if (error instanceof client.WWWAuthenticateChallengeError) return true
  return error instanceof client.ResponseBodyError && error.error === 'invalid_client'
}

/** A provider may leave `auth_time` out; one that tells it must have kept to `max_age`. */
function authTimeOf({ auth_time: authTime }: IDToken, now: Date): Date | null {
  if (authTime === undefined) return null
  if (now.getTime() / 1_000 - authTime > maxAgeS + toleranceS) {
    throw new Error('The provider did not ask for a fresh enough sign-in.')
  }
  return new Date(authTime * 1_000)
}

/** One configuration for each way to send the secret that the provider knows. */
async function discover(settings: ProviderSettings): Promise<Configuration[]> {
  const { clientId, clientSecret } = settings
  const issuer = new URL(settings.issuer)
  // Settings let http: pass on loopback only.
  const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const options = { execute: insecure, timeout: timeoutS }
  const found = await client.discovery(issuer, clientId, undefined, client.None(), options)
  const server = found.serverMetadata()
  // The library checks no signature that a shared secret makes; where a provider may use one, the token
  // is trusted because it came from the provider itself (OpenID Connect Core 1.0, section 3.1.3.7).
  const shared = server.id_token_signing_alg_values_supported?.some((alg) => alg.startsWith('HS'))
  const checks = [...insecure, ...(shared ? [] : [client.enableNonRepudiationChecks])]
  const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const all: [string, ClientAuth][] = [
    ['client_secret_post', client.ClientSecretPost(clientSecret)],
    ['client_secret_basic', client.ClientSecretBasic(clientSecret)],
  ]
  return all
    .filter(([name]) => known.includes(name))
    .map(([, authenticate]) => {
      const at = new client.Configuration(server, clientId, undefined, authenticate)
      at.timeout = timeoutS
      for (const check of checks) check(at)
      return at
    })
}
