import { origin as usualOrigin } from './front.fixture.ts'

type Kept = { value: string; path: string; host: string }

/** Whatever answers requests to our own origin. */
type Answers = { fetch(request: Request): Response | Promise<Response> }

/** As much of a browser as signing in needs: keeps cookies, follows redirects, knows two sites. */
export function openBrowser(front: Answers, origin = usualOrigin) {
  const { host } = new URL(origin)
  const jar = new Map<string, Kept>()

  function cookies(url: URL): string {
    return [...jar]
      .filter(([, { host, path }]) => host === url.host && url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ')
  }

  function keep(url: URL, answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/'
      const key = `${name} ${path} ${url.host}`
      if (/max-age=0(;|$)/i.test(line)) jar.delete(key)
      else jar.set(key, { value, path, host: url.host })
    }
  }

  async function open(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, origin)
    const headers = { cookie: cookies(url), 'accept-language': 'en', ...init.headers }
    const answer =
      url.origin === origin
        ? await front.fetch(new Request(url, { ...init, headers: { host, ...headers } }))
        : await fetch(url, { ...init, headers, redirect: 'manual' })
    keep(url, answer)
    return answer
  }

  /** Follows redirects until there is a page, or until one leads to where `stop` says. */
  async function follow(
    address: string | URL,
    init: RequestInit = {},
    stop: (url: URL) => boolean = () => false,
  ): Promise<{ url: URL; answer: Response }> {
    const url = new URL(address, origin)
    const answer = await open(url, init)
    const location = answer.headers.get('location')
    if (location === null) return { url, answer }
    const next = new URL(location, url)
    return stop(next) ? { url: next, answer } : follow(next, {}, stop)
  }

  const isCallback = (url: URL) => url.pathname === '/auth/callback'

  return {
    open,
    follow,
    /** The value of a cookie of ours. */
    cookie: (name: string) => jar.get(`${name} / ${host}`)?.value,
    setCookie(name: string, value: string) {
      jar.set(`${name} / ${host}`, { value, path: '/', host })
    },
    /** Goes to the provider's page. */
    async leave(returnTo = '/users'): Promise<URL> {
      return (await follow(`/auth/sign-in?return=${encodeURIComponent(returnTo)}`)).url
    },
    /** Picks an operator there; stops at the door of our callback. */
    async choose(page: URL, operator: string): Promise<URL> {
      const body = new URLSearchParams({ operator })
      return (await follow(page, { method: 'POST', body }, isCallback)).url
    },
    async pick(operator: string, returnTo = '/users'): Promise<URL> {
      return this.choose(await this.leave(returnTo), operator)
    },
  }
}
