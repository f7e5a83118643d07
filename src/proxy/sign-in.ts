import { timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import type { PendingSignIn, Person } from '#store/records.ts'
import type { Front } from './front.ts'
import { isSecure } from './front.ts'
import { Declined, openProvider } from './provider.ts'
import { Refused } from './refused.ts'
import type { Env, Exchange } from './request-facts.ts'
import { returnAddress } from './return-address.ts'
import { personFrom } from './role-claims.ts'
import { refuseCrossSite, refuseOtherThanJson } from './same-site.ts'
import type { Sessions } from './session.ts'
import { hashed, newOpaque, privateCookie } from './session-cookie.ts'
import type { World } from './world.ts'

/** How long somebody may take at the provider. */
const pendingMs = 10 * 60_000

/**
 * Why a sign-in came to nothing, told to the sign-in page: `provider` it cannot be reached or is not
 * understood · `expired` unknown, used, or too old · `refused` the provider, or we, said no.
 */
type Problem = 'provider' | 'expired' | 'refused'

/** Adds signing in with the provider, coming back, and signing out. */
export function addSignIn(desk: Hono<Env>, world: World, front: Front, known: Sessions): void {
  const { store, clock, log } = world
  const provider = openProvider(front.provider, new URL('/auth/callback', front.origin))
  const browser = privateCookie('leaver-desk-sign-in', isSecure(front))

  const fail = (c: Exchange, problem: Problem, cause?: unknown) => {
    log.warn({ requestId: c.get('requestId'), problem, err: cause }, 'nobody was signed in')
    return c.redirect(`${front.origin}/sign-in?problem=${problem}`)
  }

  desk.get('/auth/sign-in', async (c) => {
    c.set('route', '/auth/sign-in')
    try {
      const secrets = await provider.newSecrets()
      const address = await provider.signInAddress(secrets)
      // Two tabs of one browser may be signing in at the same time.
      const browserId = browser.read(c) ?? newOpaque()
      await store.signIns.begin({
        stateHash: hashed(secrets.state),
        browserHash: hashed(browserId),
        nonce: secrets.nonce,
        codeVerifier: secrets.codeVerifier,
        returnTo: returnAddress(c.req.query('return'), front.origin),
        expiresAt: new Date(clock.now().getTime() + pendingMs).toISOString(),
      })
      browser.write(c, browserId, pendingMs / 1_000)
      return c.redirect(address.href)
    } catch (error) {
      return fail(c, 'provider', error)
    }
  })

  desk.get('/auth/callback', async (c) => {
    c.set('route', '/auth/callback')
    const state = c.req.query('state') ?? ''
    const pending = await store.signIns.take(hashed(state), clock.now().toISOString())
    if (!pending) return fail(c, 'expired')
    if (!isSameBrowser(pending, browser.read(c))) return fail(c, 'refused')
    const { nonce, codeVerifier } = pending
    try {
      const { search } = new URL(c.req.url)
      const { claims, authTime } = await provider.claims(search, { state, nonce, codeVerifier })
      const now = clock.now().toISOString()
      const person = await store.people.signedIn(personFrom(claims, front.claims), now)
      c.set('personId', person.personId)
      if (person.revoked) return fail(c, 'refused')
      await known.start(c, person.personId, authTime)
      if (person.role === null) await noteNoRole(world, person, c.get('requestId'))
      return c.redirect(front.origin + pending.returnTo)
    } catch (error) {
      return fail(c, error instanceof Declined ? 'refused' : 'provider', error)
    }
  })

  desk.post('/auth/sign-out', async (c) => {
    c.set('route', '/auth/sign-out')
    refuseCrossSite(c, front.origin)
    refuseOtherThanJson(c)
    const caller = await known.find(c, false)
    await known.end(c)
    if (!caller) throw new Refused('sign_in_required', 'Nobody is signed in.')
    return c.json({})
  })
}

function isSameBrowser({ browserHash }: PendingSignIn, browserId: string | null): boolean {
  if (browserId === null) return false
  return timingSafeEqual(Buffer.from(browserHash), Buffer.from(hashed(browserId)))
}

/** Somebody came who has no role: written down, but no reason to keep them out of the page that says so. */
async function noteNoRole(world: World, person: Person, requestId: string): Promise<void> {
  const { personId, name, email } = person
  try {
    await world.store.audit.note(
      {
        action: 'signInWithoutRole',
        personId,
        batchId: null,
        facts: {},
        personal: { who: name, email },
        requestId,
      },
      world.clock.now().toISOString(),
    )
  } catch (error) {
    world.log.error({ requestId, err: error }, 'a sign-in without a role could not be noted')
  }
}
