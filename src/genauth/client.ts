import { caller } from './caller.ts'
import { openWire } from './exchange.ts'
import type { GenAuth } from './genauth.ts'
import { readHost } from './host.ts'
import { userReads } from './reads.ts'
import type { SignatureFamily } from './signature.ts'
import { signer } from './signature.ts'
import { userWrites } from './writes.ts'

/** Where GenAuth is, who asks, and how long an answer may take. */
export type GenAuthOptions = {
  /** An address such as `https://api.genauth.ai`; a path prefix is allowed. */
  host: string
  accessKeyId: string
  accessKeySecret: string
  signature: SignatureFamily
  /** For each call, from asking to the last byte of the answer. */
  timeoutMs: number
  now?: () => Date
}

const visible = /^[\x21-\x7e]+$/

/**
 * Opens a client of GenAuth's Management API. The secret lives in the signing function only, so no
 * error, log or dump of the client can show it. Calls never reject: every way to fail is a value.
 * @throws TypeError with one sentence when the options cannot work.
 */
export function openGenAuth(options: GenAuthOptions): GenAuth {
  const { accessKeyId, accessKeySecret, signature, timeoutMs } = options
  const { origin, prefix } = readHost(options.host)
  if (!visible.test(accessKeyId) || !visible.test(accessKeySecret)) {
    throw new TypeError('The GenAuth access key must be one word of visible ASCII characters.')
  }
  if (!(timeoutMs > 0 && timeoutMs <= 600_000)) {
    throw new TypeError('The GenAuth time-out must be between 1 and 600000 ms.')
  }
  const wire = openWire(origin, timeoutMs)
  const sign = signer(signature, { id: accessKeyId, secret: accessKeySecret })
  const now = options.now ?? (() => new Date())
  const call = caller({ wire, sign, prefix, timeoutMs, now })
  return { ...userReads(call), ...userWrites(call), close: wire.close }
}
