import { timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import type { PendingSignIn, Person } from '#store/records.ts'
import type { Front } from './front.ts'
import { isSecure } from './front.ts'
import type { Provider } from './provider.ts'
import { SignInFailed } from './provider.ts'
import { Refused } from './refused.ts'
import type { Env, Exchange } from './request-facts.ts'
import { returnAddress } from './return-address.ts'
import { personFrom } from './role-claims.ts'
import { refuseCrossSite, refuseOtherThanJson } from './same-site.ts'
import type { Sessions } from './session.ts'
import type { PrivateCookie } from './session-cookie.ts'
import { hashed, newOpaque, privateCookie } from './session-cookie.ts'
import type { World } from './world.ts'

/** Where a browser goes to sign in and comes back; both answer GET alone, and no HEAD. */
export const signInPaths = ['/auth/sign-in', '/auth/callback'] as const

/** How long somebody may take at the provider. */
const pendingMs = 10 * 60_000

type SigningIn = {
  world: World
  front: Front
  sessions: Sessions
  /** Ties a sign-in to the browser that began it. */
  browser: PrivateCookie
  /** Asks the provider. @throws SignInFailed `provider`, or as it was thrown. */
  ask<T>(question: (provider: Provider) => T | Promise<T>): Promise<T>
}

/** Adds signing in with the provider, coming back, and signing out. */
export function addSignIn(desk: Hono<Env>, world: World, front: Front, sessions: Sessions): void {
  const browser = privateCookie('leaver-desk-sign-in', isSecure(front))
  const on: SigningIn = { world, front, sessions, browser, ask: provided(front) }
  addStep(desk, on, '/auth/sign-in', leaveForProvider)
  addStep(desk, on, '/auth/callback', comeBack)
  desk.post('/auth/sign-out', (c) => signOut(c, on))
}

/**
 * One of the two addresses that a browser is sent to. Whoever asks for the head only, as link checkers
 * and mail scanners do, must change nothing: both addresses do.
 */
function addStep(
  desk: Hono<Env>,
  on: SigningIn,
  path: (typeof signInPaths)[number],
  step: (c: Exchange, on: SigningIn) => Promise<Response>,
): void {
  desk.get(path, (c) => {
    c.set('route', path)
    if (c.req.method === 'HEAD') {
      c.header('allow', 'GET')
      throw new Refused('method_not_allowed', 'This address knows GET only.')
    }
    return orSignInPage(c, on, () => step(c, on))
  })
}

/** The library takes time and memory that nobody needs before the first sign-in. */
function provided(front: Front): SigningIn['ask'] {
  const callback = new URL('/auth/callback', front.origin)
  const open = async () => (await import('./openid.ts')).openProvider(front.provider, callback)
  let opened: Promise<Provider> | undefined
  return async (question) => {
    opened ??= open()
    try {
      return await question(await opened)
    } catch (cause) {
      throw cause instanceof SignInFailed ? cause : new SignInFailed('provider', cause)
    }
  }
}

/** A browser that is on its way gets no raw error: it ends at the sign-in page, which has a sentence. */
async function orSignInPage(
  c: Exchange,
  { world, front }: SigningIn,
  step: () => Promise<Response>,
): Promise<Response> {
  try {
    return await step()
  } catch (error) {
    const failed = error instanceof SignInFailed ? error : new SignInFailed('internal', error)
    const { problem, cause } = failed
    world.log[problem === 'internal' ? 'error' : 'warn'](
      { requestId: c.get('requestId'), problem, ...(cause !== undefined && { err: cause }) },
      'nobody was signed in',
    )
    return c.redirect(`${front.origin}/sign-in?problem=${problem}`)
  }
}

async function leaveForProvider(c: Exchange, on: SigningIn): Promise<Response> {
  const { world, front, browser } = on
  const fresh = c.req.query('fresh') === '1'
  const { secrets, address } = await on.ask(async (provider) => {
    const secrets = provider.newSecrets()
    return { secrets, address: await provider.signInAddress(secrets, fresh) }
  })
  // Two tabs of one browser may be signing in at the same time.
  const browserId = browser.read(c) ?? newOpaque()
  await world.store.signIns.begin({
    stateHash: hashed(secrets.state),
    browserHash: hashed(browserId),
    nonce: secrets.nonce,
    codeVerifier: secrets.codeVerifier,
    returnTo: returnAddress(c.req.query('return'), front.origin),
    fresh,
    expiresAt: new Date(world.clock.now().getTime() + pendingMs).toISOString(),
  })
  browser.write(c, browserId, pendingMs / 1_000)
  return c.redirect(address.href)
}

async function comeBack(c: Exchange, on: SigningIn): Promise<Response> {
  const { world, front, sessions } = on
  const now = world.clock.now()
  const state = c.req.query('state') ?? ''
  const pending = await world.store.signIns.take(hashed(state), now.toISOString())
  if (!pending) throw new SignInFailed('expired')
  if (!isSameBrowser(pending, on.browser.read(c))) throw new SignInFailed('refused')

  const { nonce, codeVerifier, returnTo, fresh } = pending
  const { search } = new URL(c.req.url)
  const { claims, authTime } = await on.ask((provider) =>
    provider.claims(search, { state, nonce, codeVerifier }, { now, fresh }),
  )
  const told = personFrom(claims, front.claims)
  const person = await world.store.people.signedIn(told, now.toISOString())
  c.set('personId', person.personId)
  if (person.revoked) throw new SignInFailed('refused')
  await sessions.start(c, person.personId, authTime)
  if (person.role === null) await noteNoRole(world, person, c.get('requestId'))
  return c.redirect(front.origin + returnTo)
}

function isSameBrowser({ browserHash }: PendingSignIn, browserId: string | null): boolean {
  if (browserId === null) return false
  return timingSafeEqual(Buffer.from(browserHash), Buffer.from(hashed(browserId)))
}

/** Somebody came who has no role: written down, but no reason to keep them from the page that says so. */
async function noteNoRole(world: World, person: Person, requestId: string): Promise<void> {
  const { personId, name, email } = person
  const personal = { who: name, email }
  const entry = { action: 'signInWithoutRole', personId, batchId: null, facts: {}, personal }
  try {
    await world.store.audit.note({ ...entry, requestId }, world.clock.now().toISOString())
  } catch (error) {
    world.log.error({ requestId, err: error }, 'a sign-in without a role could not be noted')
  }
}

async function signOut(c: Exchange, { front, sessions }: SigningIn): Promise<Response> {
  c.set('route', '/auth/sign-out')
  refuseCrossSite(c, front.origin)
  refuseOtherThanJson(c)
  // Not "cookies": that would sign people out of every other application under the same registrable
  // domain. Ours is taken back by name.
  c.header('clear-site-data', '"cache", "storage"')
  const caller = await sessions.find(c, false)
  await sessions.end(c)
  if (!caller) throw new Refused('sign_in_required', 'Nobody is signed in.')
  return c.json({})
}
