import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { BatchState } from '#contract/batch.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import type { Failure } from '#genauth/genauth.ts'
import type { Figures } from '#store/figures.ts'
import type { ActOutcome } from '#store/records.ts'

/** What this process has counted since its start. Labels are words of ours; none tells of a person. */
export type Metrics = {
  /** @param route the pattern, never the address itself. */
  answered(of: { method: string; route: string; status: number; ms: number }): void
  refused(code: RefusalCode): void
  /** One call to GenAuth; `failure` null: a clear success. */
  asked(of: { call: string; failure: Failure | null; ms: number }): void
  recorded(outcomes: readonly ActOutcome[]): void
  /** Everything as Prometheus reads it. What the database does not tell is left out. */
  told(): Promise<{ text: string; contentType: string }>
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const outcomes: readonly ActOutcome[] = ['done', 'already_so', 'failed', 'not_confirmed']
// Whoever asks may make up methods; each would be a line for ever.
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** @param now how things stand in the store; may throw. */
export function openMetrics(now: () => Promise<Figures>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'leaver_desk_requests_total',
    help: 'Requests that were answered',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const requestSeconds = new Histogram({
    name: 'leaver_desk_request_seconds',
    help: 'Time until a request was answered; of a file, until its first line',
    labelNames: ['route', 'method'],
    buckets: seconds,
    registers,
  })
  const refused = new Counter({
    name: 'leaver_desk_refusals_total',
    help: 'Requests that were refused, by the code of the answer',
    labelNames: ['code'],
    registers,
  })
  const calls = new Counter({
    name: 'leaver_desk_genauth_calls_total',
    help: 'Calls to GenAuth, by how their answer was judged, and by its cause where it was no success',
    labelNames: ['call', 'judgement', 'cause'],
    registers,
  })
  const callSeconds = new Histogram({
    name: 'leaver_desk_genauth_call_seconds',
    help: 'Time until GenAuth had answered, or was given up',
    labelNames: ['call'],
    buckets: seconds,
    registers,
  })
  const acts = new Counter({
    name: 'leaver_desk_outcomes_total',
    help: 'Acts on users whose outcome was recorded, single ones and rows of batches',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of outcomes) acts.inc({ outcome }, 0)
  const stand = standing(registers)
  return {
    answered({ method, route, status, ms }) {
      const known = methods.includes(method) ? method : 'other'
      requests.inc({ route, method: known, status })
      requestSeconds.observe({ route, method: known }, ms / 1_000)
    },
    refused: (code) => refused.inc({ code }),
    asked({ call, failure, ms }) {
      calls.inc({ call, judgement: failure?.kind ?? 'success', cause: failure?.cause ?? '' })
      callSeconds.observe({ call }, ms / 1_000)
    },
    recorded(found) {
      for (const outcome of found) acts.inc({ outcome })
    },
    async told() {
      stand(await now().catch(() => null))
      return { text: await registry.metrics(), contentType: registry.contentType }
    },
  }
}

/** What is read when somebody asks. @returns shows the figures; null: nobody could read them. */
function standing(registers: Registry[]): (figures: Figures | null) => void {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `leaver_desk_${name}`, help, registers })
  const database = gauge('database_up', '1: the database answered just now')
  const open = gauge('open_intents', 'Acts that were begun and have no outcome yet')
  const stopped = gauge('stopped', '1: everything that would change GenAuth is refused')
  const last = gauge('audit_last_entry', 'The number of the last entry of the audit chain')
  const batches = new Gauge({
    name: 'leaver_desk_batches',
    help: 'Batches by state',
    labelNames: ['state'],
    registers,
  })
  return (figures) => {
    database.set(figures ? 1 : 0)
    batches.reset()
    if (!figures) {
      for (const each of [open, stopped, last]) each.remove()
      return
    }
    open.set(figures.openIntents)
    stopped.set(figures.stopped ? 1 : 0)
    last.set(figures.lastEntry)
    for (const state of BatchState.options) batches.set({ state }, figures.batches[state] ?? 0)
  }
}
