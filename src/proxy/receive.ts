import { listFileLimit } from '#contract/limits.ts'
import type { Received } from '#store/batch-records.ts'
import { TooManyBytes } from '#store/store.ts'
import { tooLarge } from './body.ts'
import { uploadsAtATime } from './client-limits.ts'
import { readKey } from './once.ts'
import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'
import type { World } from './world.ts'

/** In seconds; most lists have come by then. */
const retryAfter = 10

/** A body that comes, under which key, and when it has come or ended otherwise. */
type OnItsWay = { key: string | null; ended: Promise<void> }

export type WithReceived = <T>(
  c: Exchange,
  personId: string,
  work: (received: Received) => Promise<T>,
) => Promise<T>

/**
 * Keeps the bytes of a body as they come, for work that may give them to a batch. Nothing is left of
 * them otherwise: if the body is too large or ends early, if the work refuses or is never begun. What
 * is on its way fills the database without being anybody's, so there is little of it at a time: one
 * body of each person, and few of all of them in this process. The same again, under its key, waits for
 * the first and gets its answer.
 * @throws Refused `list_on_its_way`, `too_many_requests`, `too_large`, `bad_request`; CannotRecord;
 * whatever the work throws.
 */
export function receiving(world: World): WithReceived {
  const senders = new Map<string, OnItsWay>()
  return async (c, personId, work) => {
    const key = readKey(c.req.header('idempotency-key'))
    const { signal } = c.req.raw
    for (let first = senders.get(personId); first; first = senders.get(personId)) {
      if (key === null || key !== first.key || signal.aborted) throw onItsWay()
      await Promise.race([first.ended, abortOf(signal)])
    }
    if (senders.size >= uploadsAtATime) {
      c.header('retry-after', String(retryAfter))
      throw new Refused(
        'too_many_requests',
        `Too many lists are on their way; try again in ${retryAfter} s.`,
      )
    }
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    senders.set(personId, { key, ended })
    try {
      return await withReceived(world, c, work)
    } finally {
      senders.delete(personId)
      end()
    }
  }
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function onItsWay(): Refused {
  return new Refused(
    'list_on_its_way',
    'Another list of yours is still on its way. Wait until it is here, or stop it.',
  )
}

async function withReceived<T>(
  world: World,
  c: Exchange,
  work: (received: Received) => Promise<T>,
): Promise<T> {
  const received = await receive(world, c)
  try {
    return await work(received)
  } finally {
    await letGo(world, received)
  }
}

async function receive(world: World, c: Exchange): Promise<Received> {
  const announced = c.req.header('content-length') ?? null
  if (announced !== null && !(Number(announced) <= listFileLimit)) throw tooLarge(listFileLimit)
  try {
    const at = world.clock.now().toISOString()
    return await world.store.lists.receive(bytesOf(c, announced), listFileLimit, at)
  } catch (error) {
    throw error instanceof TooManyBytes ? tooLarge(listFileLimit) : error
  }
}

/** Bytes that a batch has by now stay. What cannot be let go of, the store forgets by itself later. */
async function letGo(world: World, { listId }: Received): Promise<void> {
  try {
    await world.store.lists.drop(listId)
  } catch (error) {
    world.log.error({ err: error }, 'bytes that no batch has could not be let go of')
  }
}

async function* bytesOf(c: Exchange, announced: string | null): AsyncGenerator<Uint8Array> {
  let length = 0
  try {
    for await (const some of c.req.raw.body ?? []) {
      length += some.byteLength
      yield some
    }
  } catch {
    throw new Refused('bad_request', 'The body ended early.')
  }
  if (announced !== null && Number(announced) !== length) {
    throw new Refused('bad_request', 'The body is not as long as it says.')
  }
}
