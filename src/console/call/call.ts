import { operations } from 'virtual:operations'
import type { Allowance } from '#contract/limits.ts'
import { allowanceHeader } from '#contract/limits.ts'
import type { Answered, Asked } from '#contract/operations.ts'
import type { Refusal } from '#contract/refusal.ts'
import { addressOf } from './address.ts'
import type { CallName } from './names.ts'
import { refused } from './refused.ts'
import { read, send } from './send.ts'

type Loose = { params?: unknown; query?: unknown; body?: unknown }

/**
 * Asks the proxy for one operation of the contract.
 * @param key the `Idempotency-Key` of a mutation: one for each intended act
 * @throws {Problem} the refusal, or `offline` when no answer came; an aborted call rethrows the abort
 */
export async function call<Name extends CallName>(
  name: Name,
  asked: Asked<Name>,
  { signal, key }: { signal?: AbortSignal; key?: string } = {},
): Promise<Answered<Name>> {
  const { method, path } = operations[name]
  const loose: Loose = asked
  const headers = new Headers({ accept: 'application/json', 'x-leaver-desk': '1' })
  if (method === 'post') headers.set('content-type', 'application/json')
  if (key !== undefined) headers.set('idempotency-key', key)
  const response = await send(addressOf(path, loose), {
    method: method.toUpperCase(),
    headers,
    ...(method === 'post' && { body: JSON.stringify(loose.body ?? {}) }),
    ...(signal && { signal }),
  })
  if (!response.ok) {
    throw refused(await read<Partial<Refusal> | null>(response, signal), allowanceOf(response))
  }
  return await read<Answered<Name>>(response, signal)
}

function allowanceOf({ headers }: Response): Allowance | null {
  const allowance: Allowance | null = JSON.parse(headers.get(allowanceHeader) ?? 'null')
  return allowance
}
