import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Hono } from 'hono'
import type { RefusalCode } from '#contract/refusal.ts'
import { whenBodyIsLate } from './body-in-time.ts'
import type { Patience } from './client-limits.ts'
import { connectionLimit, patience, sizes } from './client-limits.ts'
import type { Front } from './front.ts'
import { isSecure } from './front.ts'
import type { RawAnswer } from './raw-answer.ts'
import { endWith, rawAnswer } from './raw-answer.ts'
import type { Env } from './request-facts.ts'

export type Listening = {
  /** The port, also when any was asked for. */
  port: number
  /** Accepts nothing new; resolves when every request that was under way is answered. */
  stop(): Promise<void>
  /** Ends what is still open. */
  cut(): void
}

/**
 * Serves the app over HTTP/1.1. What never becomes a request of the app – a broken line, a head that
 * is too large, an odd target, a body that does not come – is answered here, as JSON and with the same
 * headers as everything else.
 * @throws Error with `code` `EADDRINUSE` and the like when it cannot listen.
 */
export async function listen(
  desk: Hono<Env>,
  front: Pick<Front, 'origin' | 'measured'>,
  at: { host: string; port: number },
  times: Patience = patience,
): Promise<Listening> {
  const refuse = ({ code, message }: Odd): RawAnswer => {
    front.measured?.metrics.refused(code)
    return rawAnswer(code, message, isSecure(front))
  }
  const refuseSocket = (socket: Duplex, odd: Odd) => {
    if (socket.writable) endWith(socket, refuse(odd), times.farewell)
  }
  const answer = getRequestListener(desk.fetch, {
    errorHandler(error) {
      const { status, headers, body } = refuse(error instanceof RequestError ? noHost : failed)
      return new Response(body, { status, headers })
    },
  })
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const odd = oddTarget(incoming)
    if (odd) {
      const { status, headers, body } = refuse(odd)
      outgoing.writeHead(status, headers).end(body)
      return
    }
    whenBodyIsLate(incoming, times, () => {
      if (outgoing.headersSent) incoming.destroy()
      else refuseSocket(incoming.socket, tooSlow)
    })
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  }
  const server = createServer(
    {
      headersTimeout: times.head,
      requestTimeout: times.head + times.upload,
      keepAliveTimeout: times.idle,
      connectionsCheckingInterval: times.round,
      maxHeaderSize: sizes.head,
      requireHostHeader: false,
    },
    onRequest,
  )
  server.setTimeout(times.still)
  server.maxConnections = connectionLimit
  server.on('checkExpectation', onRequest)
  server.on('connect', (_, socket) => refuseSocket(socket, noTunnel))
  server.on('clientError', (error, socket) => refuseSocket(socket, oddityOf(error)))
  await bind(server, at)
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : at.port,
    stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      return closed
    },
    cut: () => server.closeAllConnections(),
  }
}

function bind(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** What is refused before it is a request of the app. */
type Odd = { code: RefusalCode; message: string }

const notClear: Odd = { code: 'bad_request', message: 'The address is not well-formed.' }
// The last thing that is looked at before the app is the name of the host.
const noHost: Odd = { code: 'misdirected', message: 'The host is not a name of this server.' }
const anyHost: Odd = {
  code: 'misdirected',
  message: 'The request does not say which host it is for.',
}
const noTunnel: Odd = { code: 'method_not_allowed', message: 'This server opens no tunnels.' }
const tooSlow: Odd = { code: 'bad_request', message: 'The request came too slowly.' }
const headTooLarge: Odd = { code: 'header_too_large', message: 'The headers are too large.' }
const unreadable: Odd = { code: 'bad_request', message: 'The request could not be read.' }
const failed: Odd = { code: 'internal', message: 'Something went wrong in Leaver Desk.' }

/** Targets that are no path of ours: `*`, an absolute address, one that no reader can take apart. */
function oddTarget({ url = '', headers }: IncomingMessage): Odd | null {
  if (!url.startsWith('/') || !URL.canParse(`http://host${url}`) || url.includes('\\')) {
    return notClear
  }
  return headers.host === undefined ? anyHost : null
}

function oddityOf(error: Error & { code?: string }): Odd {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return headTooLarge
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return tooSlow
    default:
      return unreadable
  }
}
