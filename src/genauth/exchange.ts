import type { Dispatcher } from 'undici'
import { Pool } from 'undici'
import type { Came } from './came.ts'
import { collector } from './collect.ts'
import { isGarbled, nameOf } from './mishap.ts'

type Outgoing = {
  method: 'GET' | 'POST'
  /** With the query, encoded. */
  path: string
  headers: Record<string, string>
  body?: string
}

export type Limits = {
  /** For the whole call: connecting, sending, and the last byte of the answer. */
  timeoutMs: number
  /** The first byte leaves within this time or not at all. */
  leaveWithinMs: number
  /** Of an answer, packed and unpacked. */
  maxBytes: number
}

export type Wire = {
  /** Never rejects. Follows no redirect and never sends a request a second time. */
  exchange(outgoing: Outgoing, limits: Limits, signal?: AbortSignal): Promise<Came>
  /** Refuses every new exchange, lets those under way end, then closes every connection. */
  close(): Promise<void>
}

/** Connections to one origin. HTTP/1.1 only: there the moment a request is handed to its socket is known. */
export function openWire(origin: string, connectTimeoutMs: number): Wire {
  const pool = new Pool(origin, {
    connections: 64,
    pipelining: 1,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectTimeoutMs, rejectUnauthorized: true },
  })
  const underWay = new Set<Promise<Came>>()
  let isClosed = false
  return {
    async exchange(outgoing, limits, signal) {
      if (isClosed) return { kind: 'silence', left: false, why: 'the client is closed' }
      const came = exchange(pool, outgoing, limits, signal)
      underWay.add(came)
      return came.finally(() => underWay.delete(came))
    },
    async close() {
      isClosed = true
      await Promise.all(underWay)
      // Not pool.close(): that would also wait for connections that nobody wants any more.
      await pool.destroy()
    },
  }
}

function exchange(
  pool: Pool,
  outgoing: Outgoing,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<Came> {
  return new Promise((resolve) => {
    const began = performance.now()
    let controller: Dispatcher.DispatchController | undefined
    let left = false
    let over = false

    const end = (came: Came) => {
      if (over) return
      over = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      resolve(came)
    }
    const giveUp = (came: Came) => {
      end(came)
      controller?.abort(new Error('given up'))
    }
    const silence = (why: string): Came => ({ kind: 'silence', left, why })
    const timer = setTimeout(
      () => giveUp(silence(`no complete answer within ${limits.timeoutMs} ms`)),
      limits.timeoutMs,
    )
    const leave = () => giveUp(silence('whoever asked has gone away'))
    signal?.addEventListener('abort', leave, { once: true })
    if (signal?.aborted) return leave()

    const collected = collector(limits.maxBytes)
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(starting) {
        controller = starting
        if (over) starting.abort(new Error('given up'))
        // After a lost connection undici may start a request anew: that would be a second sending.
        else if (left) giveUp(silence('the connection was lost before an answer'))
        else if (performance.now() - began > limits.leaveWithinMs) {
          giveUp(silence(`no connection within ${limits.leaveWithinMs} ms`))
        } else left = true
      },
      onResponseStart(_, httpStatus, headers) {
        if (httpStatus >= 200) collected.begin(httpStatus, headers)
      },
      onResponseData(_, chunk) {
        const spoilt = collected.add(chunk)
        if (spoilt) giveUp(spoilt)
      },
      onResponseEnd() {
        void collected.came().then(end)
      },
      onResponseError(_, error) {
        const why = nameOf(error)
        end(left && isGarbled(error) ? { kind: 'garbled', why } : silence(why))
      },
    }
    try {
      pool.dispatch(outgoing, handler)
    } catch (error) {
      end(silence(nameOf(error)))
    }
  })
}
