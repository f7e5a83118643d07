import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'

const contentTypes = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff2', 'font/woff2'],
])
// One part, so that nothing outside the folder can be named.
const asset = /^\/assets\/([\w-][\w.-]*)$/
const besideThePage = /^\/([\w-]+\.\w+)$/
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** Answers GET requests for the built console; every path that is no file is its page. */
export function consoleFiles(folder: string) {
  return async (c: Exchange): Promise<Response> => {
    const { path } = c.req
    if (path.startsWith('/assets')) {
      c.set('route', 'asset')
      c.set('quiet', true)
      const name = asset.exec(path)?.[1]
      const file = name && (await send(c, join(folder, 'assets', name), 'immutable'))
      if (!file) throw new Refused('not_found', 'There is no such file.')
      return file
    }
    c.set('route', 'page')
    const name = besideThePage.exec(path)?.[1]
    const file = name && (await send(c, join(folder, name), 'for an hour'))
    return file || page(c, folder)
  }
}

async function page(c: Exchange, folder: string): Promise<Response> {
  const html = await contents(join(folder, 'index.html'))
  if (!html) {
    return c.text('The console has not been built: npm start builds it and serves it.\n', 503)
  }
  return c.html(html.toString('utf8').replaceAll('__NONCE__', c.get('nonce')))
}

/** The file, or its compressed neighbour if the browser takes that; null: there is none. */
async function send(
  c: Exchange,
  path: string,
  keep: 'immutable' | 'for an hour',
): Promise<Response | null> {
  const contentType = contentTypes.get(extname(path))
  if (contentType === undefined) return null
  const accepted = c.req.header('accept-encoding') ?? ''
  for (const [encoding, suffix] of [...encodings, ['identity', ''] as const]) {
    if (suffix && !accepts(accepted, encoding)) continue
    const body = await contents(path + suffix)
    if (!body) continue
    c.header(
      'cache-control',
      keep === 'immutable' ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    )
    c.header('content-type', contentType)
    c.header('vary', 'accept-encoding')
    if (suffix) c.header('content-encoding', encoding)
    return c.body(body)
  }
  return null
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name = '', weight = ''] = part.split(';')
    return name.trim().toLowerCase() === encoding && !/^\s*q\s*=\s*0(?:\.0*)?\s*$/i.test(weight)
  })
}

async function contents(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path)
  } catch {
    return null
  }
}
