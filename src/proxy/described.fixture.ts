import { z } from 'zod'

/** As much of JSON Schema as the OpenAPI document uses. */
const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  required: z.array(z.string()).optional(),
  get anyOf() {
    return z.array(Schema).optional()
  },
  get items() {
    return Schema.optional()
  },
  get properties() {
    return z.record(z.string(), Schema).optional()
  },
})
export type Schema = z.infer<typeof Schema>

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  schema: Schema,
})
const Content = z.object({ schema: Schema })
const Described = z.object({
  operationId: z.string(),
  'x-needs': z.string(),
  parameters: z.array(Parameter).default([]),
  requestBody: z
    .object({
      content: z.object({
        'application/json': Content.optional(),
        'application/octet-stream': Content.optional(),
      }),
    })
    .optional(),
})
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Described)) })

/** One operation as the document describes it. */
export type DescribedOperation = z.infer<typeof Described> & { path: string; method: string }

/** Every operation of an OpenAPI document. */
export function describedIn(document: string): DescribedOperation[] {
  const { paths } = Document.parse(JSON.parse(document))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ ...described, path, method })),
  )
}
