import { z } from 'zod'
import type { Declared } from '#contract/operation.ts'
import type { Answered, OperationName } from '#contract/operations.ts'
import { operations } from '#contract/operations.ts'
import { mayDo } from '#contract/role.ts'
import { readJson } from './body.ts'
import type { Call, Caller, Handlers } from './handler.ts'
import { once, readKey } from './once.ts'
import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'
import { refuseCrossSite, refuseOtherThanJson } from './same-site.ts'
import type { Sessions } from './session.ts'
import { understandable } from './understandable.ts'
import type { World } from './world.ts'

/** Pages ask for these by themselves, so they are no sign of life. */
const polled: readonly OperationName[] = ['watchBatch']
/** Bytes of a body. A list of 100,000 ids is the one thing that is large. */
const bodyLimits: Partial<Record<OperationName, number>> = { planBatch: 4 * 1024 * 1024 }
const usualBodyLimit = 64 * 1024

type Implementing = { world: World; handlers: Handlers; sessions: Sessions; origin: string }

/**
 * Answers one operation as it is declared: where it comes from, who may, what comes in, once, and
 * nothing goes out that is not declared.
 */
export function implement<N extends OperationName>(of: Implementing, name: N) {
  const declared: Declared = operations[name]
  return async (c: Exchange): Promise<Response> => {
    const isPolled = polled.includes(name)
    c.set('route', declared.path)
    c.set('quiet', isPolled)
    if (declared.method !== 'get') refuseCrossSite(c, of.origin)
    const caller = await entitled(declared, of.sessions, c, !isPolled)
    const call = await readCall(declared, name, caller, c)
    const answer = async () => declaredReply(declared, await of.handlers[name](call))
    return c.body(await answeredOnce(of.world, declared, call, c, answer), 200, {
      'content-type': 'application/json; charset=utf-8',
    })
  }
}

async function entitled(
  { needs }: Declared,
  sessions: Sessions,
  c: Exchange,
  alive: boolean,
): Promise<Caller | null> {
  const caller = await sessions.find(c, alive)
  if (needs === 'public') return caller
  if (!caller) throw new Refused('sign_in_required', 'Nobody is signed in.')
  if (needs === 'session' || mayDo(caller.role, needs)) return caller
  if (caller.role === null) throw new Refused('no_role', 'You may sign in but have no role here.')
  throw new Refused('role_required', `This needs the role ${needs}.`)
}

async function readCall<N extends OperationName>(
  declared: Declared,
  name: N,
  caller: Caller | null,
  c: Exchange,
): Promise<Call<N>> {
  const call = {
    params: declared.params && parsed(declared.params, c.req.param(), 'address'),
    query: declared.query && parsed(declared.query, queryOf(c), 'query'),
    body: declared.body && parsed(declared.body, await readBody(name, c), 'body'),
    caller,
    requestId: c.get('requestId'),
    signal: c.req.raw.signal,
  }
  // The edge of the parser: each part was just read by the schema from which its type is inferred.
  return z.custom<Call<N>>().parse(call)
}

function queryOf(c: Exchange): Record<string, string> {
  const given = Object.entries(c.req.queries())
  const [twice] = given.find(([, values]) => values.length > 1) ?? []
  if (twice !== undefined) throw new Refused('bad_request', 'The query names a field twice.')
  return Object.fromEntries(given.map(([name, values]) => [name, values[0] ?? '']))
}

async function readBody(name: OperationName, c: Exchange): Promise<unknown> {
  refuseOtherThanJson(c)
  return readJson(c, bodyLimits[name] ?? usualBodyLimit)
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

function answeredOnce<N extends OperationName>(
  world: World,
  declared: Declared,
  { caller, params, query, body, signal }: Call<N>,
  c: Exchange,
  answer: () => Promise<string>,
): Promise<string> {
  const key = declared.mutates ? readKey(c.req.header('idempotency-key')) : null
  if (declared.mutates && world.stopping.aborted) {
    throw new Refused('stopping', 'The server is being stopped.')
  }
  if (key === null || caller === null) return answer()
  const { personId } = caller
  const contents = [params, query, body]
  return once(world, { personId, operation: declared.name, key, contents }, signal, answer)
}
