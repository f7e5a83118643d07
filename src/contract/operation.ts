import type { RouteConfig } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { RefusalCode } from './refusal.ts'
import { Refusal, refusals } from './refusal.ts'
import type { Needs } from './role.ts'

type Shape = z.ZodObject
/** What every operation declares; nothing may be left to a default, its role least of all. */
export type Declared = {
  name: string
  method: 'get' | 'post'
  /** Hono's spelling: `/api/users/{userId}`. */
  path: string
  summary: string
  needs: Needs
  /** `true` when it changes anything, here or in GenAuth: such a call takes an `Idempotency-Key`. */
  mutates: boolean
  /** Pages ask for it by themselves, again and again, so that it is no sign of life. */
  polled?: true
  params?: Shape
  query?: Shape
  body?: Shape
  /** The body may hold a list of ids; any other is small. */
  holdsIds?: true
  /** The body is a file, `application/octet-stream`, received as a stream. */
  upload?: true
  /** The answer is `text/csv`, sent line by line. */
  csv?: true
  reply: z.ZodType
  refusals: readonly RefusalCode[]
}

/** The answer of an operation that is `csv`. */
export const CsvLines = z.custom<AsyncIterable<string>>()

/** What every operation may answer besides its own refusals. */
const everywhere: readonly RefusalCode[] = [
  'bad_request',
  'cross_site',
  'database_silent',
  'internal',
  'misdirected',
  'stopping',
  'too_large',
  'too_many_requests',
  'unsupported_media_type',
]

/**
 * One operation of the contract: what comes in, what goes out, who may, and how it may be refused.
 * The proxy implements it, the OpenAPI document is made from it, the console calls it by name.
 */
export function operation<const D extends Declared>(declared: D) {
  return declared
}

/** Every refusal that the operation may answer, the common ones included. */
export function refusalsOf(declared: Declared): readonly RefusalCode[] {
  const keyed: readonly RefusalCode[] = declared.mutates ? ['idempotency_key_reused'] : []
  return [
    ...new Set([...declared.refusals, ...unentitled(declared.needs), ...keyed, ...everywhere]),
  ]
}

function unentitled(needs: Needs): readonly RefusalCode[] {
  if (needs === 'public') return []
  if (needs === 'session') return ['sign_in_required']
  return ['sign_in_required', 'no_role', 'role_required']
}

const bytes = z.string().meta({ format: 'binary' })

/** The operation as a route of @hono/zod-openapi, with an answer for every status it may have. */
export function routeOf(declared: Declared) {
  const byStatus = new Map<number, RefusalCode[]>()
  for (const code of refusalsOf(declared)) {
    byStatus.set(refusals[code], [...(byStatus.get(refusals[code]) ?? []), code])
  }
  const answers = Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        content: { 'application/json': { schema: Refusal } },
      },
    ]),
  )
  const config: RouteConfig & { 'x-needs': Needs; 'x-mutates': boolean } = {
    operationId: declared.name,
    summary: declared.summary,
    method: declared.method,
    path: declared.path,
    'x-needs': declared.needs,
    'x-mutates': declared.mutates,
    request: {
      ...(declared.params && { params: declared.params }),
      ...(declared.query && { query: declared.query }),
      ...(declared.body && {
        body: { required: true, content: { 'application/json': { schema: declared.body } } },
      }),
      ...(declared.upload && {
        body: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
      }),
    },
    responses: {
      200: {
        description: declared.summary,
        content: declared.csv
          ? { 'text/csv': { schema: z.string() } }
          : { 'application/json': { schema: declared.reply } },
      },
      ...answers,
    },
  }
  return createRoute(config)
}
