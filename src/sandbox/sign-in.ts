import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors } from 'oidc-provider'
import { addressOf, textOf } from './incoming.ts'
import type { Keys } from './keys.ts'
import { type Conduct, newProvider } from './oidc.ts'
import { guest, operators } from './operators.ts'
import { signInPrefix } from './paths.ts'
import { pageHeaders, signInPage, stoppedPage } from './sign-in-page.ts'
import { languageOf } from './sign-in-words.ts'

export type SignInSetting = Conduct & {
  issuer: string
  keys: Keys
  /** The console's origin. */
  publicUrl: string
  /** How many people the directory holds, for the page. */
  people: () => number
}

/** The OpenID provider with its page: answers everything below `/oidc`. */
export function signIn({ issuer, keys, publicUrl, people, ...conduct }: SignInSetting) {
  const { origin } = new URL(publicUrl)
  const headers = pageHeaders(origin)
  const language = (req: IncomingMessage, asked?: unknown) =>
    languageOf(
      new URLSearchParams(addressOf(req).query).get('lang'),
      typeof asked === 'string' ? asked : undefined,
      req.headers['accept-language'],
    )
  const { provider, answer } = newProvider(issuer, keys, publicUrl, conduct, (req, why) => ({
    headers,
    html: stoppedPage(language(req), why, origin),
  }))

  /** Whoever was signed in before makes way; the provider itself would ask for a script. */
  async function handOver(sessionUid: string | undefined, sub: string): Promise<void> {
    const session = sessionUid && (await provider.Session.findByUid(sessionUid))
    if (!session || session.accountId === sub) return
    session.accountId = sub
    session.authorizations = undefined
    await session.persist()
  }

  async function pick(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { params, session } = await provider.interactionDetails(req, res)
    if (req.method !== 'POST') {
      const html = signInPage(language(req, params.ui_locales), people())
      return void res.writeHead(200, headers).end(html)
    }
    const picked = new URLSearchParams((await textOf(req)) ?? '').get('operator')
    const operator = [...operators, guest].find(({ key }) => key === picked)
    if (!operator) {
      const html = stoppedPage(language(req), 'There is no such operator.', origin)
      return void res.writeHead(400, headers).end(html)
    }
    const ts = Math.floor(conduct.now().getTime() / 1000)
    const login = { accountId: operator.sub, ts }
    const location = await provider.interactionResult(req, res, { login })
    await handOver(session?.uid, operator.sub)
    res.writeHead(303, { ...headers, location }).end()
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (!addressOf(req).path.startsWith(signInPrefix)) return answer(req, res)
    try {
      await pick(req, res)
    } catch (error) {
      if (res.headersSent) throw error
      const why = error instanceof errors.OIDCProviderError ? error.error_description : ''
      res.writeHead(400, headers).end(stoppedPage(language(req), why ?? '', origin))
    }
  }
}
