import { createHash } from 'node:crypto'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

/** One intended change: who, which operation, under which key, with which contents. */
export type Intended = {
  personId: string
  operation: string
  key: string
  /** Parameters, query and body as parsed. */
  contents: unknown
}

const visible = /^[\x21-\x7e]{1,200}$/
/** How soon to ask again whether the first has ended: later each time. */
const askAgainMs = { atFirst: 100, atLast: 2_000 }
/** Longer than any act takes; after it nobody knows what became of the first. */
const patienceMs = 300_000

/** @throws Refused `bad_request` when the header is there and no key. */
export function readKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (!visible.test(header)) {
    throw new Refused(
      'bad_request',
      'The Idempotency-Key must have 1 to 200 visible ASCII characters.',
    )
  }
  return header
}

/**
 * Does the work once for each key: the same again gets the first answer, a second one in flight waits
 * for it. Work that refuses has sent nothing and gives the key back; work that fails otherwise gives
 * it back too, because an act that was written down keeps its user busy until somebody has looked.
 *
 * @param gone fires when the caller no longer waits.
 * @returns the body of the answer, whose status is 200.
 * @throws Refused `idempotency_key_reused`, `stopping`, and whatever the work throws.
 */
export async function once(
  world: World,
  intended: Intended,
  gone: AbortSignal,
  work: () => Promise<string>,
): Promise<string> {
  const { personId, operation, key } = intended
  const first = await claim(world, intended, gone)
  if (first !== null) return first
  let body: string
  try {
    body = await work()
  } catch (error) {
    await quietly(world, () => world.store.idempotency.release({ personId, operation, key }))
    throw error
  }
  const settled = { status: 200, body }
  await quietly(world, () => world.store.idempotency.settle({ personId, operation, key }, settled))
  return body
}

/** @returns the first answer; null when this is the first. */
async function claim(world: World, intended: Intended, gone: AbortSignal): Promise<string | null> {
  const { personId, operation, key, contents } = intended
  const bodyHash = createHash('sha256').update(JSON.stringify(contents)).digest('hex')
  const until = world.clock.monotonic() + patienceMs
  for (let pause = askAgainMs.atFirst; ; pause = Math.min(2 * pause, askAgainMs.atLast)) {
    const at = world.clock.now().toISOString()
    const claimed = await world.store.idempotency.claim({ personId, operation, key, bodyHash, at })
    if (claimed.state === 'fresh') return null
    if (claimed.state === 'settled') return claimed.body
    if (claimed.state === 'other_body') {
      throw new Refused(
        'idempotency_key_reused',
        'This Idempotency-Key was used with other contents; nothing was sent.',
      )
    }
    if (world.stopping.aborted) throw new Refused('stopping', 'The server is being stopped.')
    if (gone.aborted || world.clock.monotonic() >= until) {
      throw new Refused(
        'internal',
        'The first request with this Idempotency-Key has not ended yet.',
      )
    }
    await world.clock.sleep(pause, gone)
  }
}

/** The answer stands, whether or not its key can be written down. */
async function quietly(world: World, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    world.log.error({ err: error }, 'an idempotency key could not be written')
  }
}
