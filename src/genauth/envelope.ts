import { z } from 'zod'
import type { Came } from './came.ts'

/** What every answer of GenAuth is wrapped in. */
const Envelope = z.object({
  statusCode: z.int(),
  message: z.string().catch(''),
  apiCode: z.int().optional().catch(undefined),
  requestId: z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/)
    .optional()
    .catch(undefined),
  data: z.unknown().optional(),
})
export type Envelope = z.infer<typeof Envelope>

const json = /^application\/json\s*(;|$)/i

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The envelope in an answer, or why there is none. Of the body nothing is quoted: it may hold tokens. */
export function readEnvelope(came: Extract<Came, { kind: 'reply' }>): Envelope | string {
  const { contentType } = came.head
  if (came.body.trim() === '') return 'the answer is empty'
  if (contentType === null || !json.test(contentType)) {
    return `the answer is ${contentType ?? 'of no content type'}, not JSON`
  }
  const value = parsed(came.body)
  if (value === undefined) return 'the answer is broken JSON'
  const envelope = Envelope.safeParse(value)
  return envelope.success ? envelope.data : 'the answer has no statusCode'
}
