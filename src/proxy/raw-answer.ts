import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RefusalCode } from '#contract/refusal.ts'
import { refusals } from '#contract/refusal.ts'
import { refusalBody } from './refusal-answer.ts'
import { Refused } from './refused.ts'
import { newNonce, securityHeaders } from './security-headers.ts'

/** An answer to what never becomes a request of the app; it ends its connection. */
export type RawAnswer = { status: number; headers: Record<string, string>; body: string }

/** JSON, with the same headers as everything else. */
export function rawAnswer(code: RefusalCode, message: string, secure: boolean): RawAnswer {
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

/**
 * Answers on a connection that carries no request one could answer, and ends it. What still comes is
 * read for `farewellMs` and thrown away: a connection closed over unread bytes may lose its answer.
 */
export function endWith(
  socket: Duplex,
  { status, headers, body }: RawAnswer,
  farewellMs: number,
): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
  socket.resume()
  const gone = setTimeout(() => socket.destroy(), farewellMs).unref()
  socket.once('close', () => clearTimeout(gone))
}
