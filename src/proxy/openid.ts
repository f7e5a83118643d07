import type { ClientAuth, Configuration, IDToken, UserInfoResponse } from 'openid-client'
import * as client from 'openid-client'
import { freshMs } from '#contract/limits.ts'
import { idTokenCheck, toleranceS } from './id-token.ts'
import type { Provider, ProviderSettings } from './provider.ts'
import { SignInFailed } from './provider.ts'

/** A sign-in at the provider older than a session may be is asked for again. */
const maxAgeS = 8 * 3_600
/** For each answer of the provider. */
const timeoutS = 10
/** Asked for where the provider has them; some keep role names under a scope of their own. */
const scopes = ['profile', 'email', 'role', 'roles']

/**
 * A provider that is discovered when it is first needed, and again after a failure.
 * @param callback our address, to which the provider sends the browser back.
 */
export function openProvider(settings: ProviderSettings, callback: URL): Provider {
  let discovered: Promise<Known> | null = null
  const known = () => {
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

    async signInAddress({ state, nonce, codeVerifier }, fresh) {
      const { found } = await known()
      const has = found.serverMetadata().scopes_supported ?? ['profile', 'email']
      return client.buildAuthorizationUrl(found, {
        redirect_uri: callback.href,
        scope: ['openid', ...scopes.filter((scope) => has.includes(scope))].join(' '),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(fresh ? { prompt: 'login', max_age: '0' } : { max_age: String(maxAgeS) }),
      })
    },

    async claims(search, { state, nonce, codeVerifier }, { now, fresh }) {
      const { ways, check } = await known()
      const address = new URL(search, callback)
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      }
      const { at, tokens } = await firstThatAuthenticates(
        ways.map((way) => way(now)),
        (at) => client.authorizationCodeGrant(at, address, checks),
      )
      const told = tokens.claims()
      if (!told || !tokens.id_token) throw new Error('The provider sent no ID token.')
      await check(tokens.id_token, tokens.access_token, now)
      const authTime = authTimeOf(told, now)
      if (fresh) refuseUnlessFresh(authTime, now)
      const more = at.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(at, tokens.access_token, told.sub)
        : {}
      return { claims: { ...more, ...told, email_verified: verifiedIn(told, more) }, authTime }
    },
  }
}

/** Whether the address is verified, as said of this very address and of no other. */
function verifiedIn(told: IDToken, more: Partial<UserInfoResponse>): unknown {
  if (told.email === undefined) return more.email_verified
  const ofTheSame = more.email === told.email ? more.email_verified : undefined
  return told.email_verified ?? ofTheSame
}

/**
 * A provider takes the secret in the way it was told to when we were registered, which discovery does
 * not say. Whoever refuses one way has not looked at the code yet, so the other may be tried.
 */
async function firstThatAuthenticates<T>(
  ways: readonly Configuration[],
  grant: (at: Configuration) => Promise<T>,
): Promise<{ at: Configuration; tokens: T }> {
  let refusal: unknown = new Error('The provider knows no way to send a secret.')
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
  const ageS = now.getTime() / 1_000 - authTime
  if (ageS > maxAgeS + toleranceS) {
    throw new Error('The provider did not ask for a fresh enough sign-in.')
  }
  if (ageS < -toleranceS) throw new Error('The provider tells a sign-in in the future.')
  // A clock that is ahead makes nobody fresh for longer.
  return new Date(Math.min(authTime * 1_000, now.getTime()))
}

/** @throws SignInFailed `stale`: the provider asked nobody anew, or does not say so. */
function refuseUnlessFresh(authTime: Date | null, now: Date): void {
  if (authTime === null) {
    throw new SignInFailed('stale', new Error('The provider told no auth_time.'))
  }
  const ageMs = now.getTime() - authTime.getTime()
  if (ageMs <= freshMs) return
  const ageS = Math.round(ageMs / 1_000)
  throw new SignInFailed('stale', new Error(`The provider told an auth_time ${ageS} s ago.`))
}

type Known = {
  /** Who the provider is, for a question that needs no secret. */
  found: Configuration
  /** One for each way to send the secret that the provider knows. */
  ways: ((now: Date) => Configuration)[]
  check: ReturnType<typeof idTokenCheck>
}

async function discover(settings: ProviderSettings): Promise<Known> {
  const { clientId, clientSecret } = settings
  const issuer = new URL(settings.issuer)
  // Settings let http: pass on loopback only.
  const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const options = { execute: insecure, timeout: timeoutS }
  const found = await client.discovery(issuer, clientId, undefined, client.None(), options)
  const server = found.serverMetadata()
  const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const all: [string, ClientAuth][] = [
    ['client_secret_post', client.ClientSecretPost(clientSecret)],
    ['client_secret_basic', client.ClientSecretBasic(clientSecret)],
  ]
  const ways = all
    .filter(([name]) => known.includes(name))
    .map(([, authenticate]) => (now: Date) => {
      // The library reads the clock of the system; ours may be another.
      const skewS = Math.round((now.getTime() - Date.now()) / 1_000)
      const times = { [client.clockSkew]: skewS, [client.clockTolerance]: toleranceS }
      const at = new client.Configuration(server, clientId, times, authenticate)
      at.timeout = timeoutS
      for (const allow of insecure) allow(at)
      return at
    })
  return { found, ways, check: idTokenCheck(server, settings, timeoutS) }
}
