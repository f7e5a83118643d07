import type { Page } from '@playwright/test'

/** One request that would do something if it were believed. */
export type Deed = { path: string; body: string; type: string }

/**
 * From whatever page this is: asks for the deed in every way that a script of another site has.
 * @returns the ways that let the script see anything of the answer.
 */
export function forge(page: Page, url: string, { path, body }: Deed): Promise<string[]> {
  return page.evaluate(
    async ([address, text]) => {
      const types = [
        undefined,
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json',
        'application/octet-stream',
        'text/plain; application/json',
      ]
      const ways: [string, RequestInit][] = types.flatMap((type): [string, RequestInit][] => {
        const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
        const named = { ...headers, 'x-leaver-desk': '1' }
        return [
          [`cors ${type}`, { mode: 'cors', headers }],
          [`no-cors ${type}`, { mode: 'no-cors', headers }],
          [`cors ${type} with the header`, { mode: 'cors', headers: named }],
          [`no-cors ${type} with the header`, { mode: 'no-cors', headers: named }],
        ]
      })
      const override = { 'x-http-method-override': 'POST', 'x-leaver-desk': '1' }
      ways.push(
        ['override', { method: 'GET', headers: override }],
        ['override, no-cors', { method: 'GET', mode: 'no-cors', headers: override }],
        ['put', { method: 'PUT', headers: { 'content-type': 'application/json' } }],
        ['kept alive', { mode: 'no-cors', keepalive: true }],
      )
      const seen = await Promise.all(
        ways.map(async ([way, init]) => {
          const method = init.method ?? 'POST'
          const sent = {
            credentials: 'include',
            ...(method === 'GET' ? {} : { body: text }),
          } as const
          try {
            const answer = await fetch(address, { method, ...sent, ...init })
            return answer.type === 'opaque' ? null : `${way}: ${answer.status}`
          } catch {
            return null
          }
        }),
      )
      navigator.sendBeacon(address, text)
      navigator.sendBeacon(address, new Blob([text], { type: 'application/json' }))
      navigator.sendBeacon(address, new URLSearchParams({ body: text }))
      return seen.filter((way) => way !== null)
    },
    [url + path, body] as const,
  )
}

/**
 * The same with forms, which need no script's leave: each in a frame of its own, which is another
 * origin, `null`, where it is sandboxed. @returns how many were sent.
 */
export function forgeForms(page: Page, url: string, { path, body }: Deed): Promise<number> {
  return page.evaluate(
    async ([address, text]) => {
      const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
      const frames = kinds.flatMap((enctype) =>
        [true, false].map((sandboxed) => ({ enctype, sandboxed })),
      )
      for (const { enctype, sandboxed } of frames) {
        const form = document.createElement('form')
        form.method = 'post'
        form.action = address
        form.setAttribute('enctype', enctype)
        const field = document.createElement('input')
        // As text/plain a field is sent as it is, with one `=`: JSON that has one reads as it was.
        const [before = '', after = ''] = text.split('=')
        field.setAttribute('name', before)
        field.setAttribute('value', after)
        form.append(field)
        const frame = document.createElement('iframe')
        if (sandboxed) frame.setAttribute('sandbox', 'allow-forms allow-scripts')
        frame.srcdoc = `${form.outerHTML}<script>document.forms[0].submit()</script>`
        document.body.append(frame)
      }
      return frames.length
    },
    [url + path, body] as const,
  )
}

/** Everything else that makes a browser ask by itself. @returns what of it was let in. */
export function embed(page: Page, address: string): Promise<string[]> {
  return page.evaluate(async (src) => {
    const tags = [
      ['img', 'src'],
      ['script', 'src'],
      ['audio', 'src'],
      ['link', 'href'],
    ] as const
    const let_in = await Promise.all(
      tags.map(([tag, attribute]) => {
        const element = document.createElement(tag)
        if (tag === 'link') element.setAttribute('rel', 'stylesheet')
        return new Promise<string | null>((resolve) => {
          for (const good of ['load', 'loadedmetadata']) {
            element.addEventListener(good, () => resolve(tag))
          }
          element.addEventListener('error', () => resolve(null))
          element.setAttribute(attribute, src)
          document.body.append(element)
        })
      }),
    )
    const socket = new Promise<string | null>((resolve) => {
      const line = new WebSocket(src.replace('http', 'ws'))
      line.addEventListener('open', () => resolve('WebSocket'))
      line.addEventListener('error', () => resolve(null))
    })
    return [...let_in, await socket].filter((tag) => tag !== null)
  }, address)
}
