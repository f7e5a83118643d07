import { acceptEncoding } from './collect.ts'
import type { Limits, Wire } from './exchange.ts'
import type { Asked, Judged } from './judge.ts'
import { judge } from './judge.ts'
import type { Params, Sign } from './signature.ts'

/**
 * A write leaves within this time of being asked for, or not at all: whoever asked has checked just
 * before that it may, and that check holds for two seconds.
 */
const writeLeavesWithinMs = 1_500
const maxBytes = 8 * 1024 * 1024

/** One signed call and the judgement over it. Never rejects. */
export type Caller = {
  get(path: string, params: Params, signal?: AbortSignal): Promise<Judged>
  /** A POST that changes nothing. */
  post(path: string, params: Params, signal?: AbortSignal): Promise<Judged>
  /** A POST about `ids` ids that changes something; without `says` its answer has `data.success`. */
  write(path: string, params: Params, ids: number, says?: 'success' | 'data'): Promise<Judged>
}

/** Puts signing, sending and judging together. `prefix` is sent before each path but not signed. */
export function caller(options: {
  wire: Wire
  sign: Sign
  prefix: string
  timeoutMs: number
  now: () => Date
}): Caller {
  const { wire, sign, prefix, timeoutMs, now } = options
  const reading: Limits = { timeoutMs, leaveWithinMs: timeoutMs, maxBytes }
  const writing: Limits = { ...reading, leaveWithinMs: Math.min(writeLeavesWithinMs, timeoutMs) }

  const signed = (method: 'GET' | 'POST', path: string, params: Params) => ({
    ...sign({ method, path, params }, now()),
    'accept-encoding': acceptEncoding,
  })
  const post = async (asked: Asked, path: string, params: Params, signal?: AbortSignal) => {
    const limits = asked.purpose === 'write' ? writing : reading
    const headers = signed('POST', path, params)
    const body = JSON.stringify(params)
    const outgoing = { method: 'POST', path: prefix + path, headers, body } as const
    return judge(asked, await wire.exchange(outgoing, limits, signal), now())
  }
  return {
    async get(path, params, signal) {
      const headers = signed('GET', path, params)
      const outgoing = { method: 'GET', path: prefix + path + query(params), headers } as const
      return judge({ purpose: 'read' }, await wire.exchange(outgoing, reading, signal), now())
    },
    post: (path, params, signal) => post({ purpose: 'read' }, path, params, signal),
    write: (path, params, ids, says = 'success') =>
      post({ purpose: 'write', ids, says }, path, params),
  }
}

/** An array travels as one `key[]=item` for each item, though it is signed as JSON. */
function query(params: Params): string {
  const pairs = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) {
    if (Array.isArray(value)) for (const item of value) pairs.append(`${key}[]`, String(item))
    else if (value !== undefined) pairs.append(key, String(value))
  }
  return pairs.size > 0 ? `?${pairs}` : ''
}
