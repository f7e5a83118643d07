import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { RefusalCode } from '#contract/refusal.ts'
import { refusals } from '#contract/refusal.ts'
import type { Front } from './front.ts'
import { isSecure } from './front.ts'
import { refusalBody } from './refusal-answer.ts'
import { Refused } from './refused.ts'
import type { Env } from './request-facts.ts'
import { newNonce, securityHeaders } from './security-headers.ts'

/** Milliseconds and bytes that a client may take. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  // Longer than a proxy in front keeps an idle connection, so that none is closed under a request.
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
}

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
 * is too large, an odd target – is answered here, as JSON and with the same headers as everything else.
 * @throws Error with `code` `EADDRINUSE` and the like when it cannot listen.
 */
export async function listen(
  desk: Hono<Env>,
  front: Pick<Front, 'origin'>,
  at: { host: string; port: number },
): Promise<Listening> {
  const secure = isSecure(front)
  const answer = getRequestListener(desk.fetch, {
    // Its own checks come after ours, and what they refuse is the name of the host.
    errorHandler() {
      const raw = rawAnswer('misdirected', 'The host is not a name of this server.', secure)
      return new Response(raw.body, { status: raw.status, headers: raw.headers })
    },
  })
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const refused = refuseTarget(incoming)
    if (refused) {
      const raw = rawAnswer(refused.code, refused.message, secure)
      outgoing.writeHead(raw.status, raw.headers).end(raw.body)
    } else {
      answer(incoming, outgoing).catch(() => outgoing.destroy())
    }
  }
  const server = createServer({ ...limits, requireHostHeader: false }, onRequest)
  server.on('checkExpectation', onRequest)
  server.on('connect', (_, socket) => refuseSocket(socket, 'method_not_allowed', secure))
  server.on('clientError', (error, socket) => refuseSocket(socket, codeOf(error), secure))
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

/** Targets that are no path of ours: `*`, an absolute address, one that no reader can take apart. */
function refuseTarget({ url = '', headers }: IncomingMessage): Refused | null {
  if (!url.startsWith('/') || !URL.canParse(`http://host${url}`) || url.includes('\\')) {
    return new Refused('bad_request', 'The address is not well-formed.')
  }
  if (headers.host === undefined) {
    return new Refused('misdirected', 'The request does not say which host it is for.')
  }
  return null
}

function codeOf(error: Error & { code?: string }): RefusalCode {
  return error.code === 'HPE_HEADER_OVERFLOW' ? 'header_too_large' : 'bad_request'
}

type Raw = { status: number; headers: Record<string, string>; body: string }

/** An answer that ends its connection. */
function rawAnswer(code: RefusalCode, message: string, secure: boolean): Raw {
  const requestId = randomUUID()
  const body = JSON.stringify(refusalBody(new Refused(code, message), requestId))
  const headers = {
    ...securityHeaders(newNonce(), secure),
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': requestId,
    connection: 'close',
  }
  return { status: refusals[code], headers, body }
}

/** Answers on a connection that carries no request one could answer, and ends it. */
function refuseSocket(socket: Duplex, code: RefusalCode, secure: boolean): void {
  if (!socket.writable) return
  const { status, headers, body } = rawAnswer(code, 'The request could not be read.', secure)
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
