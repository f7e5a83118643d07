import { z } from 'zod'
import type { Declared } from '#contract/operation.ts'
import { CsvLines } from '#contract/operation.ts'
import type { Answered, OperationName } from '#contract/operations.ts'
import { operations } from '#contract/operations.ts'
import { mayDo } from '#contract/role.ts'
import type { Received } from '#store/batch-records.ts'
import { readJson } from './body.ts'
import { bodySizes } from './client-limits.ts'
import { csvAnswer } from './csv-answer.ts'
import type { Admissions, Call, Caller, Handlers } from './handler.ts'
import { once, readKey } from './once.ts'
import type { WithReceived } from './receive.ts'
import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'
import type { RequestLimits } from './request-limits.ts'
import { refuseCrossSite, refuseOtherThanBytes, refuseOtherThanJson } from './same-site.ts'
import type { Sessions } from './session.ts'
import { understandable } from './understandable.ts'
import { signedOut, withoutRole } from './unentitled.ts'
import type { World } from './world.ts'

type Implementing = {
  world: World
  handlers: Handlers
  admissions: Admissions
  withReceived: WithReceived
  sessions: Sessions
  limits: RequestLimits
  origin: string
}

/**
 * Answers one operation as it is declared: where it comes from, who may, what comes in, once, and
 * nothing goes out that is not declared.
 */
export function implement<N extends OperationName>(of: Implementing, name: N) {
  const declared: Declared = operations[name]
  return async (c: Exchange): Promise<Response> => {
    const isPolled = declared.polled ?? false
    c.set('route', declared.path)
    c.set('quiet', isPolled)
    if (declared.method !== 'get') refuseCrossSite(c, of.origin)
    const caller = await entitled(declared, of, c, !isPolled)
    const given = await readGiven(declared, c)
    const intends = intending(of.world, declared, caller, c)
    const call = (upload?: Received) => callOf<N>({ ...given, upload, caller }, c)
    const does = (upload?: Received) => of.handlers[name](call(upload))
    if (declared.csv) return csvAnswer(of.world, c, CsvLines.parse(await does()))

    const replies = async (upload?: Received) => declaredReply(declared, await does(upload))
    const { params, query, body } = given
    const received = async () => {
      if (caller === null) throw signedOut()
      // What was done once is answered again, whatever has become of the batch since.
      if (!(await isRepeated(of.world, declared, caller, c))) await of.admissions[name]?.(call())
      return of.withReceived(c, caller.personId, (upload) =>
        intends([params, query, upload.sha256], () => replies(upload)),
      )
    }
    const reply = declared.upload
      ? await received()
      : await intends([params, query, body], () => replies())
    return c.body(reply, 200, { 'content-type': 'application/json; charset=utf-8' })
  }
}

async function entitled(
  { needs }: Declared,
  { sessions, limits }: Implementing,
  c: Exchange,
  alive: boolean,
): Promise<Caller | null> {
  const caller = await sessions.find(c, alive)
  if (caller) limits.ofPerson(c, caller.personId)
  if (needs === 'public') return caller
  if (!caller) throw signedOut()
  if (needs === 'session' || mayDo(caller.role, needs)) return caller
  throw withoutRole(caller.role, needs)
}

type Given = { params: unknown; query: unknown; body: unknown }

async function readGiven(declared: Declared, c: Exchange): Promise<Given> {
  if (declared.upload) refuseOtherThanBytes(c)
  return {
    params: declared.params && parsed(declared.params, c.req.param(), 'address'),
    query: declared.query && parsed(declared.query, queryOf(c), 'query'),
    body: declared.body && parsed(declared.body, await readBody(declared, c), 'body'),
  }
}

function callOf<N extends OperationName>(
  given: Given & { upload: Received | undefined; caller: Caller | null },
  c: Exchange,
): Call<N> {
  const call = { ...given, requestId: c.get('requestId'), signal: c.req.raw.signal }
  // The edge of the parser: each part was just read by the schema from which its type is inferred.
  return z.custom<Call<N>>().parse(call)
}

function queryOf(c: Exchange): Record<string, string> {
  const given = Object.entries(c.req.queries())
  const [twice] = given.find(([, values]) => values.length > 1) ?? []
  if (twice !== undefined) throw new Refused('bad_request', 'The query names a field twice.')
  return Object.fromEntries(given.map(([name, values]) => [name, values[0] ?? '']))
}

async function readBody({ holdsIds }: Declared, c: Exchange): Promise<unknown> {
  refuseOtherThanJson(c)
  return readJson(c, holdsIds ? bodySizes.idList : bodySizes.usual)
}

function parsed(schema: z.ZodObject, input: unknown, what: string): unknown {
  const read = schema.strict().safeParse(input)
  if (read.success) return read.data
  throw new Refused('bad_request', understandable(read.error, input, what))
}

function declaredReply(declared: Declared, answered: Answered<OperationName>): string {
  const reply = declared.reply.safeParse(answered)
  if (reply.success) return JSON.stringify(reply.data)
  throw new Error(`The answer of ${declared.name} is not as declared.`, { cause: reply.error })
}

async function isRepeated(
  { store }: World,
  { name }: Declared,
  { personId }: Caller,
  c: Exchange,
): Promise<boolean> {
  const key = readKey(c.req.header('idempotency-key'))
  return key !== null && (await store.idempotency.isKnown({ personId, operation: name, key }))
}

/** What changes something is done once for each key, as long as it comes with the same contents. */
function intending(world: World, declared: Declared, caller: Caller | null, c: Exchange) {
  const key = declared.mutates ? readKey(c.req.header('idempotency-key')) : null
  if (declared.mutates && world.stopping.aborted) {
    throw new Refused('stopping', 'The server is being stopped.')
  }
  return (contents: readonly unknown[], work: () => Promise<string>): Promise<string> => {
    if (key === null || caller === null) return work()
    const { personId } = caller
    const intended = { personId, operation: declared.name, key, contents }
    return once(world, intended, c.req.raw.signal, work)
  }
}
