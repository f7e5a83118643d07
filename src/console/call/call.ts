import { operations } from 'virtual:operations'
import type { Answered, Asked, OperationName } from '#contract/operations.ts'
import type { Refusal } from '#contract/refusal.ts'
import { Problem } from './problem.ts'
import { problemWords } from './words.ts'

type Loose = { params?: unknown; query?: unknown; body?: unknown }

/**
 * Asks the proxy for one operation of the contract. The answer is believed as the contract declares
 * it: the proxy parses every reply before it leaves.
 * @param key the `Idempotency-Key` of a mutation: one for each intended act
 * @throws {Problem} the refusal, or `offline` when no answer came; an aborted call rethrows the abort
 */
export async function call<Name extends OperationName>(
  name: Name,
  asked: Asked<Name>,
  { signal, key }: { signal?: AbortSignal; key?: string } = {},
): Promise<Answered<Name>> {
  const { method, path } = operations[name]
  const { params, query, body }: Loose = asked
  const headers = new Headers({ accept: 'application/json', 'x-leaver-desk': '1' })
  if (method === 'post') headers.set('content-type', 'application/json')
  if (key !== undefined) headers.set('idempotency-key', key)
  const response = await send(filled(path, params) + search(query), {
    method: method.toUpperCase(),
    headers,
    ...(method === 'post' && { body: JSON.stringify(body ?? {}) }),
    ...(signal && { signal }),
  })
  if (!response.ok) throw refused(await read<Partial<Refusal> | null>(response, signal))
  return await read<Answered<Name>>(response, signal)
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Problem('offline')
  }
}

async function read<Declared>(response: Response, signal?: AbortSignal): Promise<Declared> {
  try {
    const answer: Declared = await response.json()
    return answer
  } catch (cause) {
    if (signal?.aborted) throw cause
    // Cut off on the way, or not from the proxy at all: what it did is not known.
    throw new Problem('offline')
  }
}

function entriesOf(part: unknown): [string, unknown][] {
  return typeof part === 'object' && part !== null ? Object.entries(part) : []
}

function filled(path: string, params: unknown): string {
  let address = path
  for (const [name, value] of entriesOf(params)) {
    address = address.replace(`{${name}}`, encodeURIComponent(String(value)))
  }
  return address
}

function search(query: unknown): string {
  const given = entriesOf(query).filter(([, value]) => value !== undefined)
  const params = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return params.size === 0 ? '' : `?${params}`
}

function refused(refusal: Partial<Refusal> | null): Problem {
  const code = refusal?.code
  const known = code !== undefined && Object.hasOwn(problemWords.en.sentences, code)
  return new Problem(known ? code : 'internal', refusal ?? {})
}
