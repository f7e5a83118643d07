import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { refusalsOf } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { refusals } from '#contract/refusal.ts'
import { type OpenFront, openFront } from './front.fixture.ts'

const Content = z.record(z.string(), z.object({ schema: z.looseObject({}) }))
const Answer = z.object({ description: z.string(), content: Content })
const Path = z.object({
  operationId: z.string(),
  summary: z.string(),
  'x-needs': z.string(),
  'x-mutates': z.boolean(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string(), Answer),
})
const Document = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), Path)),
})

let front: OpenFront
let document: z.infer<typeof Document>
beforeAll(async () => {
  front = await openFront({ users: 0 })
  const answer = await front.ask('/api/openapi.json')
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  document = Document.parse(await answer.json())
})
afterAll(() => front.close())

const all = Object.values(operations)

test('The document has every operation and nothing else', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  )
  expect(ids.sort()).toEqual(Object.keys(operations).sort())
})

test.each(all)('$name says who may, what comes in and what goes out', (declared) => {
  const { needs, mutates, path, method } = declared
  const described = document.paths[path]?.[method]
  expect(described).toMatchObject({ 'x-needs': needs, 'x-mutates': mutates })
  const replies = described?.responses['200']?.content ?? {}
  expect(Object.keys(replies)).toEqual(['csv' in declared ? 'text/csv' : 'application/json'])
  for (const { schema } of Object.values(replies)) expect(Object.keys(schema)).not.toHaveLength(0)
  expect(Object.keys(described?.requestBody?.content ?? {})).toEqual(bodiesOf(declared))
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const parameters = described?.parameters.filter((each) => each.in === 'path')
  expect(parameters?.map(({ name }) => name).sort()).toEqual(inPath.sort())
})

function bodiesOf(declared: object): string[] {
  if ('upload' in declared) return ['application/octet-stream']
  return 'body' in declared ? ['application/json'] : []
}

test('A file comes in as it is, and one goes out as CSV', () => {
  const upload = document.paths['/api/lists']?.post
  expect(upload?.requestBody?.content['application/octet-stream']?.schema).toEqual({
    type: 'string',
    format: 'binary',
  })
  const inQuery = upload?.parameters.filter((each) => each.in === 'query')
  expect(inQuery?.map(({ name }) => name)).toContain('kind')
  const csv = document.paths['/api/batches/{batchId}/export']?.post?.responses['200']
  expect(csv?.content['text/csv']?.schema).toEqual({ type: 'string' })
})

test.each(all)('$name says how it may be refused', (declared) => {
  const described = document.paths[declared.path]?.[declared.method]
  for (const code of refusalsOf(declared)) {
    expect(described?.responses[refusals[code]]?.description).toContain(code)
  }
})
