import { openBrowser } from './browser.fixture.ts'
import { type OpenFront, openFront, origin } from './front.fixture.ts'
import { type Lies, openLyingProvider } from './provider.fixture.ts'

/** A front whose people sign in at a provider that lies so; both have one clock. */
export async function openFrontAt(lies: Lies) {
  const provider = await openLyingProvider(lies, () => front.desk.clock.now())
  const front: OpenFront = await openFront({ users: 0, front: { provider: provider.settings } })
  return {
    front,
    provider,
    /** Goes to the provider and back, up to where that leads. */
    async signIn(browser: ReturnType<typeof openBrowser>, more = '') {
      const { answer } = await browser.follow(`/auth/sign-in?return=/users${more}`, {}, (url) => {
        return url.origin === origin && url.pathname !== '/auth/callback'
      })
      return answer.headers.get('location')
    },
    async close() {
      await front.close()
      await provider.close()
    },
  }
}

/** Signs in once at a provider that lies so; where that ended, as whom, and what the log says of it. */
export async function signedInAt(lies: Lies) {
  const at = await openFrontAt(lies)
  const browser = openBrowser(at.front)
  const location = await at.signIn(browser)
  const { person } = await (await browser.open('/api/me')).json()
  await at.close()
  return { location, person, logged: at.front.logged.join('') }
}
