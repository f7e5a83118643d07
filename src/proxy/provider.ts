import type { Claims } from './role-claims.ts'

/** The OpenID provider, and who we are to it. */
export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string }

/** What one sign-in keeps to itself until the browser is back. */
type Secrets = { state: string; nonce: string; codeVerifier: string }

export type Provider = {
  newSecrets(): Secrets
  /**
   * Where to send the browser. Rejects when the provider cannot be reached or understood.
   * @param fresh whether the person has to prove anew who they are.
   */
  signInAddress(secrets: Secrets, fresh: boolean): Promise<URL>
  /**
   * Trades the code for claims. State, nonce, `iss`, `aud`, signature, algorithm, times and PKCE are
   * checked.
   * @param search the query with which the browser came back.
   * @throws SignInFailed `refused` when the provider or the person said no; `stale` when it was to be
   * fresh and was not; anything else is the provider's fault.
   */
  claims(
    search: string,
    expected: Secrets,
    asked: { now: Date; fresh: boolean },
  ): Promise<{ claims: Claims; authTime: Date | null }>
}

/**
 * Why a sign-in came to nothing, told to the sign-in page: `provider` it cannot be reached or is not
 * understood · `expired` unknown, used, or too old · `refused` the provider, or we, said no · `stale`
 * a fresh sign-in was asked for, and the provider did not confirm one · `internal` it is our fault.
 */
export type Problem = 'provider' | 'expired' | 'refused' | 'stale' | 'internal'

/** A sign-in that ends at the sign-in page, with its private cause. */
export class SignInFailed extends Error {
  override name = 'SignInFailed'
  readonly problem: Problem
  constructor(problem: Problem, cause?: unknown) {
    super(`nobody was signed in: ${problem}`, { cause })
    this.problem = problem
  }
}
