import { Hono } from 'hono'
import type { OperationName } from '#contract/operations.ts'
import { operations } from '#contract/operations.ts'
import { clearPath } from './clear-path.ts'
import { consoleFiles } from './console-files.ts'
import { everyAnswer } from './every-answer.ts'
import type { Front } from './front.ts'
import { isSecure } from './front.ts'
import type { Handlers } from './handler.ts'
import { admissions } from './handlers.ts'
import { implement } from './implement.ts'
import { addMetrics } from './metrics-door.ts'
import { openApiDocument } from './openapi.ts'
import { ownAddress } from './own-address.ts'
import { receiving } from './receive.ts'
import { answerRefusal } from './refusal-answer.ts'
import { Refused } from './refused.ts'
import type { Env, Exchange } from './request-facts.ts'
import { requestLimits } from './request-limits.ts'
import { sessions } from './session.ts'
import { addSignIn, signInPaths } from './sign-in.ts'
import { whoAmI } from './who-am-i.ts'
import type { World } from './world.ts'

const names = Object.keys(operations).filter((name): name is OperationName => name in operations)

/** Everything that the proxy answers over HTTP: the probes, the operations, signing in, the console. */
export function app(world: World, handlers: Omit<Handlers, 'whoAmI'>, front: Front): Hono<Env> {
  const secure = isSecure(front)
  const known = sessions(world, secure)
  const desk = new Hono<Env>()
  const limits = requestLimits(front.rates, front.trustedProxies, world.clock)
  const metrics = front.measured?.metrics ?? null
  desk.onError(answerRefusal(world, metrics))
  desk.use(everyAnswer(world, secure, metrics))
  addProbes(desk, world)
  desk.use(limits.ofAddress)
  addMetrics(desk, front.measured)
  desk.use(clearPath, ownAddress(front.origin))

  const all: Handlers = { ...handlers, whoAmI: whoAmI(world) }
  const of = {
    world,
    handlers: all,
    admissions: admissions(world),
    withReceived: receiving(world),
    sessions: known,
    limits,
    origin: front.origin,
  }
  for (const name of names) {
    const { method, path } = operations[name]
    desk.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), implement(of, name))
  }
  let document: string | undefined
  desk.get('/api/openapi.json', (c) => {
    c.set('route', '/api/openapi.json')
    document ??= openApiDocument()
    return c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  for (const path of signInPaths) desk.use(path, limits.ofSignIn)
  addSignIn(desk, world, front, known)
  refuseOtherMethods(desk)
  desk.all('/api/*', refuseUnknown)
  desk.all('/auth/*', refuseUnknown)
  desk.get('*', consoleFiles(front.consoleFolder))
  desk.all('*', refuseMethod(['GET', 'HEAD']))
  return desk
}

function addProbes(desk: Hono<Env>, world: World): void {
  desk.get('/healthz', (c) => {
    c.set('route', '/healthz')
    c.set('quiet', true)
    return c.json({ alive: true })
  })
  desk.get('/readyz', async (c) => {
    c.set('route', '/readyz')
    c.set('quiet', true)
    if (world.stopping.aborted) throw new Refused('stopping', 'The server is being stopped.')
    try {
      await world.store.ping()
    } catch (cause) {
      throw new Refused('database_silent', 'The database does not answer.', { cause })
    }
    return c.json({ ready: true, database: world.store.engine })
  })
}

/** For every path that is known: what it answers to a method that it does not know. */
function refuseOtherMethods(desk: Hono<Env>): void {
  const methods = new Map<string, string[]>()
  const headless = new Set<string>(signInPaths)
  for (const { path, method } of desk.routes) {
    if (method === 'ALL') continue
    const also = method === 'GET' && !headless.has(path) ? ['GET', 'HEAD'] : [method]
    methods.set(path, [...(methods.get(path) ?? []), ...also])
  }
  for (const [path, allowed] of methods) desk.all(path, refuseMethod([...new Set(allowed)].sort()))
}

function refuseMethod(allowed: readonly string[]) {
  return (c: Exchange): never => {
    c.header('allow', allowed.join(', '))
    throw new Refused('method_not_allowed', `This address knows ${allowed.join(', ')} only.`)
  }
}

function refuseUnknown(): never {
  throw new Refused('not_found', 'There is nothing at this address.')
}
