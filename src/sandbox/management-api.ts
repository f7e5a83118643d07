import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, malformed, type Refusal, refuse } from './answer.ts'
import type { Knobs } from './backstage.ts'
import type { Call, ReadCall } from './call.ts'
import { callsOf } from './calls.ts'
import { type Conductor, conduct, type Outcome } from './conduct.ts'
import { wrap } from './envelope.ts'
import { gateTo } from './gate.ts'
import { addressOf, fieldsOf, jsonIn, textOf } from './incoming.ts'
import type { Ledger, LedgerLine } from './ledger.ts'
import { broken, noSuchCall, tooFast, tooLarge } from './messages.ts'
import type { Pace } from './pace.ts'
import { fromQuery } from './parameter.ts'
import { apiPrefix } from './paths.ts'
import { newTellWait } from './retry-after.ts'
import { isCutOff, send, spoil } from './send.ts'
import { tokenCall } from './token.ts'

export type ManagementApi = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export type ApiSetting = Conductor & {
  ledger: Ledger
  pace: Pace
  knobs: Knobs
}

/** A request as far as it can be understood before anybody asks whether it may come in. */
type Understood =
  | { ok: true; call: Call; fields: Record<string, unknown>; read: ReturnType<Call['read']> }
  | { ok: false; refusal: Refusal }

/** What to send: a whole answer, or one that is spoilt. */
type Told = Partial<Outcome> & { answer: Answer; waitMs?: number }

/** The Management API: understands the request, lets the caller in, carries it out, answers. */
export function managementApi(setting: ApiSetting): ManagementApi {
  const { pool, ledger, pace, closing } = setting
  const calls = callsOf(pool)
  const letIn = gateTo(pool)
  const tellWait = newTellWait()

  /** The last part of the path. */
  function nameOf(req: IncomingMessage): string {
    const { path } = addressOf(req)
    const known = calls.get(`${req.method} ${path}`)
    if (known) return known.name
    const name = path.startsWith(apiPrefix) ? path.slice(apiPrefix.length) : path
    // A copy: a slice would keep the whole address in memory.
    return Buffer.from(name.slice(0, 80)).toString()
  }

  async function understand(req: IncomingMessage): Promise<Understood> {
    const text = await textOf(req)
    if (text === null) return { ok: false, refusal: { statusCode: 413, message: tooLarge } }
    const { path, query } = addressOf(req)
    const call = calls.get(`${req.method} ${path}`)
    if (!call) return { ok: false, refusal: { statusCode: 404, message: noSuchCall } }
    const fields = call.method === 'GET' ? fromQuery(query) : fieldsOf(jsonIn(text))
    if (!fields) return { ok: false, refusal: malformed('body') }
    return { ok: true, call, fields, read: call.read(fields) }
  }

  function letInFor(req: IncomingMessage, understood: Understood): ReadCall | Refusal {
    if (!understood.ok) return understood.refusal
    const { call, fields, read } = understood
    if (call !== tokenCall) {
      const { path } = addressOf(req)
      const stopped = letIn({ method: call.method, path, headers: req.headers, parameters: fields })
      if (stopped) return stopped
    }
    return read.ok ? read.call : read.refusal
  }

  /** Sends what was decided and writes it down. */
  function tell(req: IncomingMessage, res: ServerResponse, line: LedgerLine, told: Told) {
    const language = [req.headers['x-authing-lang'], req.headers['x-genauth-lang']].flat()[0]
    const { answer, spoilt = null, fault = null, waitMs = 1000 } = told
    const { requestId } = line
    const { policy } = pool
    const isTooFast = answer.statusCode === 429
    const wait = isTooFast ? tellWait(policy, waitMs, pool.now()) : undefined
    const retryAfter = told.retryAfter ?? wait
    const whole = wrap(answer, { policy, language, requestId, retryAfter })
    const withheld = spoilt !== null && isCutOff(spoilt)
    const answered = spoilt === null ? send(res, whole) : spoil(res, spoilt, whole)
    line.ends({ fault, withheld, answered })
  }

  async function decide(req: IncomingMessage, line: LedgerLine): Promise<Told> {
    const understood = await understand(req)
    if (understood.ok && understood.read.ok) {
      const { ids, userIdType } = understood.read.call.whom
      line.names(ids, userIdType)
    }
    const waitMs = pace.wait()
    if (waitMs > 0) return { answer: refuse({ statusCode: 429, message: tooFast }), waitMs }
    const { latencyMs } = setting.knobs
    if (latencyMs > 0) await pause(latencyMs, undefined, { signal: closing })
    const letInCall = letInFor(req, understood)
    if ('statusCode' in letInCall) return { answer: refuse(letInCall) }
    return conduct(setting, letInCall, line)
  }

  return async (req, res) => {
    const line = ledger.open({
      at: pool.now().toISOString(),
      call: nameOf(req),
      method: req.method ?? '',
      requestId: randomUUID(),
    })
    try {
      tell(req, res, line, await decide(req, line))
    } catch {
      if (closing.aborted || req.destroyed || res.headersSent) res.destroy()
      else tell(req, res, line, { answer: refuse({ statusCode: 500, message: broken }) })
    }
  }
}
