import { afterEach, describe, expect, test } from 'vitest'
import { databasesOn, engines } from '#store/database.fixture.ts'
import type { DescribedOperation, Schema } from './described.fixture.ts'
import { describedIn } from './described.fixture.ts'
import { fromOurPage } from './front.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'
import { openApiDocument } from './openapi.ts'

const described = describedIn(openApiDocument())
/** What an integer column of PostgreSQL holds; revisions stand in wider ones. */
const widest = 2 ** 31 - 1
const boundaries = [widest, widest + 1, Number.MAX_SAFE_INTEGER, 1e21]

type Field = { name: string; schema: Schema }

function fieldsOf({ parameters, requestBody }: DescribedOperation): Field[] {
  const body = requestBody?.content['application/json']?.schema.properties ?? {}
  return [...parameters, ...Object.entries(body).map(([name, schema]) => ({ name, schema }))]
}

/** The schemas of numbers in a schema, however deep. */
function numbersIn(schema: Schema): Schema[] {
  const own = [schema.type].flat().some((type) => type === 'integer' || type === 'number')
  const within = [
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
    ...Object.values(schema.properties ?? {}),
  ]
  return [...(own ? [schema] : []), ...within.flatMap(numbersIn)]
}

const numeric = described.flatMap((operation) =>
  fieldsOf(operation)
    .filter(({ schema }) => numbersIn(schema).length > 0)
    .map(({ name, schema }) => ({ operation, name, schema })),
)

test('every number that may be sent has a largest one, which the database can hold', () => {
  expect(numeric.length).toBeGreaterThan(30)
  const unbounded = numeric.filter(({ name, schema }) =>
    numbersIn(schema).some(({ maximum = Number.POSITIVE_INFINITY }) =>
      name === 'since' ? maximum >= Number.MAX_SAFE_INTEGER : maximum > widest,
    ),
  )
  expect(unbounded.map(({ operation, name }) => `${operation.operationId}: ${name}`)).toEqual([])
})

/** A request that says this number in one place, and in every other what is there or does no harm. */
function saying({ operation, name }: (typeof numeric)[number], number: number) {
  const said = (field: Field): unknown => {
    const { type, anyOf, enum: words, minimum } = field.schema
    if (field.name === name) return number
    if (field.name === 'batchId' || numbersIn(field.schema).length > 0) return minimum || 1
    if (words) return words[0]
    if (type === 'array') return []
    if (type === 'boolean') return false
    return anyOf ? null : 'x'
  }
  const { parameters, requestBody, method } = operation
  let { path } = operation
  for (const field of parameters) path = path.replace(`{${field.name}}`, String(said(field)))
  const isAsked = parameters.some((field) => field.in === 'query' && field.name === name)
  const fields = Object.entries(requestBody?.content['application/json']?.schema.properties ?? {})
  const body = Object.fromEntries(fields.map(([key, schema]) => [key, said({ name: key, schema })]))
  return {
    method: method.toUpperCase(),
    path: isAsked ? `${path}?${name}=${number}` : path,
    body: JSON.stringify(body),
  }
}

describe.each(engines)('on %s', (engine) => {
  const databases = databasesOn(engine)
  let at: Guards
  afterEach(() => at.close())

  test('a number at the edge of what a column holds is answered, or refused as a mistake', async () => {
    at = await openGuards({ databaseUrl: await databases.fresh() })
    const chenJing = await at.signIn('Chen Jing', 'approver')
    const headers = { ...fromOurPage, cookie: chenJing.cookie }
    expect(await at.ran(chenJing, await at.people(1))).toMatchObject({ batchId: 1 })
    for (const one of numeric) {
      for (const number of boundaries) {
        const { method, path, body } = saying(one, number)
        const sent = method === 'GET' ? { method } : { method, body }
        const answer = await at.front.ask(path, { ...sent, headers })
        const what = `${one.operation.operationId} ${one.name} ${number}: ${await answer.text()}`
        expect(answer.status, what).toBeLessThan(500)
      }
    }
  }, 30_000)
})
