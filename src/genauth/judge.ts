import type { Came, Head } from './came.ts'
import type { Envelope } from './envelope.ts'
import { readEnvelope } from './envelope.ts'
import { foreignText } from './foreign-text.ts'
import type { Failure } from './genauth.ts'
import { saysNobody } from './nobody.ts'
import { httpDate, retryAfterMs } from './retry-after.ts'

/**
 * What was asked: a read, or a write about so many ids. `says`: by what the write's answer says yes,
 * `data.success`, or data of its own that whoever asked still has to look at.
 */
export type Asked =
  | { purpose: 'read' }
  | { purpose: 'write'; ids: number; says: 'success' | 'data' }

export type Judged =
  | { ok: true; data: unknown; requestId?: string }
  | { ok: false; failure: Failure }

/** HTTP statuses by which even an answer without an envelope says that the call went no further. */
const turnedAway = [401, 403, 429]
/** apiCodes about the signature or the token, whatever statusCode stands beside them. */
const aboutKey = [1300, 1301, 1302, 1303, 1304, 1305, 1306, 2020]
/** "This signature was used before": we never repeat one, so an earlier copy of the call arrived. */
const signatureUsed = 1306

/**
 * Decides what an exchange means. Success is HTTP 200, JSON, statusCode 200 and, for a write that
 * has it, `data.success` exactly true. A write is `not_applied` only where that is certain.
 */
export function judge(asked: Asked, came: Came, now: Date): Judged {
  switch (came.kind) {
    case 'silence': {
      const untouched = asked.purpose === 'write' && !came.left
      const kind = untouched ? 'not_applied' : 'ambiguous'
      return { ok: false, failure: { kind, cause: 'silent', detail: foreignText(came.why) } }
    }
    case 'garbled':
      return unreadable(came.why)
    case 'spoilt':
      return withoutEnvelope(asked, came.head, came.why, now)
    case 'reply': {
      const envelope = readEnvelope(came)
      if (typeof envelope === 'string') return withoutEnvelope(asked, came.head, envelope, now)
      return withEnvelope(asked, came.head, envelope, now)
    }
    default:
      return came satisfies never
  }
}

function unreadable(why: string, head?: Head): Judged {
  const serverDate = httpDate(head?.date ?? null)
  const failure: Failure = {
    kind: 'ambiguous',
    cause: 'unreadable',
    detail: foreignText(head === undefined ? why : `HTTP ${head.httpStatus}: ${why}`),
    ...(serverDate && { serverDate }),
  }
  return { ok: false, failure }
}

function withoutEnvelope(asked: Asked, head: Head, why: string, now: Date): Judged {
  if (!turnedAway.includes(head.httpStatus)) return unreadable(why, head)
  return refusal(asked, head, { statusCode: head.httpStatus, message: why, data: null }, now)
}

function withEnvelope(asked: Asked, head: Head, envelope: Envelope, now: Date): Judged {
  const { statusCode, data, requestId } = envelope
  if (head.httpStatus !== 200 && head.httpStatus !== statusCode) {
    return unreadable(`the envelope says ${statusCode}`, head)
  }
  if (statusCode >= 400 && statusCode <= 699) return refusal(asked, head, envelope, now)
  if (statusCode !== 200) return unreadable(`statusCode ${statusCode}`, head)
  if (isYes(asked, data)) {
    return { ok: true, data, ...(requestId !== undefined && { requestId }) }
  }
  const judged = unreadable('no word of success', head)
  if (success(data) === false && !judged.ok) {
    judged.failure.cause = 'answer'
    judged.failure.detail = foreignText(`success: false ${envelope.message}`)
  }
  return judged
}

function isYes(asked: Asked, data: unknown): boolean {
  if (asked.purpose === 'read') return true
  return asked.says === 'data' ? success(data) !== false : success(data) === true
}

function success(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'success' in data ? data.success : undefined
}

function refusal(asked: Asked, head: Head, envelope: Envelope, now: Date): Judged {
  const { statusCode, apiCode, requestId, message } = envelope
  const serverDate = httpDate(head.date)
  const cause = causeOf(envelope)
  const wait = cause === 'busy' ? retryAfterMs(head.retryAfter, serverDate, now) : undefined
  const failure: Failure = {
    kind: asked.purpose === 'read' ? 'refused' : effect(asked.ids, statusCode, apiCode),
    cause,
    statusCode,
    ...(apiCode !== undefined && { apiCode }),
    ...(requestId !== undefined && { requestId }),
    ...(wait !== undefined && { retryAfterMs: wait }),
    ...(serverDate && { serverDate }),
    detail: foreignText(message),
  }
  return { ok: false, failure }
}

function causeOf(envelope: Envelope): Failure['cause'] {
  const { statusCode, apiCode } = envelope
  if (statusCode === 429) return 'busy'
  if (statusCode === 401 || statusCode === 403) return 'key'
  if (apiCode !== undefined && aboutKey.includes(apiCode)) return 'key'
  return saysNobody(envelope) ? 'missing' : 'answer'
}

/** Of several ids some may have been changed before the one that was refused. */
function effect(ids: number, statusCode: number, apiCode?: number): 'not_applied' | 'ambiguous' {
  if (apiCode === signatureUsed) return 'ambiguous'
  if (turnedAway.includes(statusCode)) return 'not_applied'
  return ids === 1 && statusCode < 499 ? 'not_applied' : 'ambiguous'
}
