import type { ServerResponse } from 'node:http'
import type { Envelope } from './envelope.ts'
import type { Behaviour } from './fault.ts'
import type { LedgerEntry } from './ledger.ts'

const twentyMegabytes = 20 * 1024 * 1024
const html = '<!doctype html><title>502</title><h1>Bad Gateway</h1>'

/** Sends an envelope whole. */
export function send(res: ServerResponse, envelope: Envelope): LedgerEntry['answered'] {
  const { httpStatus, statusCode, apiCode, headers, body } = envelope
  res.writeHead(httpStatus, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
  return { httpStatus, statusCode, ...(apiCode !== undefined && { apiCode }) }
}

const withBody = (res: ServerResponse, httpStatus: number, type: string, body: string) => {
  res.writeHead(httpStatus, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  res.end(body)
  return { httpStatus }
}

/** Ways of spoiling an answer that this module knows; the others change what the envelope says. */
export type Spoiling = Extract<
  Behaviour,
  'hang' | 'late' | 'reset' | 'cut' | 'truncate' | 'html' | 'empty' | '204' | 'redirect' | 'huge'
>

/** Whether the caller is left without a whole answer. */
export const isCutOff = (how: Spoiling) =>
  how === 'hang' || how === 'late' || how === 'reset' || how === 'cut'

/** Sends something else than the envelope, or nothing. */
export function spoil(
  res: ServerResponse,
  how: Spoiling,
  { headers, body }: Envelope,
): LedgerEntry['answered'] {
  const half = body.slice(0, Math.floor(body.length / 2))
  const json = headers['content-type'] ?? ''
  switch (how) {
    case 'hang':
    case 'late':
      return null
    case 'reset':
      res.destroy()
      return null
    case 'cut':
      res.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) })
      res.write(half, () => res.destroy())
      return null
    case 'truncate':
      return withBody(res, 200, json, half)
    case 'html':
      return withBody(res, 200, 'text/html; charset=utf-8', html)
    case 'empty':
      return withBody(res, 200, json, '')
    case '204':
      res.writeHead(204).end()
      return { httpStatus: 204 }
    case 'redirect':
      res.writeHead(302, { location: '/api/v3/elsewhere', 'content-length': 0 }).end()
      return { httpStatus: 302 }
    case 'huge':
      return withBody(res, 200, json, `{"statusCode":200,"data":"${'x'.repeat(twentyMegabytes)}"}`)
    default:
      return how satisfies never
  }
}
