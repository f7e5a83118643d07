import fc from 'fast-check'
import type { DescribedOperation, Schema } from './described.fixture.ts'

export const deepArrays = '['.repeat(10_000) + ']'.repeat(10_000)
export const deepObjects = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`

/** Parts of a path that every client takes out before it asks. */
const isDots = /^(?:\.|%2e){1,2}$/i

/** JSON, and what only looks like it, of a type that nobody asked for. */
const foulJson = fc.oneof(
  fc.constantFrom(
    ...[
      'null',
      'true',
      '[]',
      '{}',
      '[null]',
      '""',
      '" "',
      '"\\u0000"',
      '"\\ud800"',
      '"\\udfff\\ud83d"',
    ],
    ...['0', '-0', '-1', '1.5', '1e999', '1e308', '9007199254740993', '9'.repeat(400)],
    ...['NaN', 'undefined', "'a'", '01', '"\t"', '"\\x"', '[1,', '{"a"', '//'],
    ...['{"__proto__":{"role":"approver"}}', '{"constructor":{"prototype":{}}}'],
    ...['"__proto__"', '"constructor"', '"../../etc/passwd"', '"\\u202e"', '"=1+1"', '"%00"'],
    ...[deepArrays, deepObjects, `"${'x'.repeat(5_000)}"`, `[${'1,'.repeat(5_000)}1]`],
    ...['{"toString":"a"}', '{"length":9e9}', '{"then":1}', '"$where"', '"\' or 1=1 --"'],
  ),
  fc.json(),
)
const foulText = fc.oneof(
  fc.constantFrom(
    ...['', '0', '-1', '1.5', '1e3', '0x10', '%201', '9'.repeat(30), '__proto__', 'constructor'],
    ...[
      'null',
      'undefined',
      'NaN',
      '[object%20Object]',
      '%',
      '%zz',
      '%00',
      '%0a',
      '%ff',
      '%2f',
      '%5c',
    ],
    ...['%ED%A0%80', '%F0%9F%98%80', '%25', '%252e%252e%252f', 'a%20b', 'x'.repeat(300), '*', '::'],
    ...['true', '1,2', '%E2%80%AE', "'--", '%3Cscript%3E', '65f1c0a94be2d7831e0a9c42'],
  ),
  fc.string({ maxLength: 40 }).map(encodeURIComponent),
)

/** @param known values that mean something to the desk, by the name of their field. */
export type Known = (name: string) => readonly string[]

function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? [] : [type].flat()
}

/** JSON text of a value as the schema wants it. */
function fitting(schema: Schema, name: string, known: Known): fc.Arbitrary<string> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => fitting(each, name, known)))
  if (schema.enum) return fc.constantFrom(...schema.enum.map((each) => JSON.stringify(each)))
  const kinds = typesOf(schema).map((type) => fittingOne(type, schema, name, known))
  return kinds.length === 0 ? fc.constant('null') : fc.oneof(...kinds)
}

/** Three times in four what is known, where anything is. */
function oftenKnown(any: fc.Arbitrary<string>, known: readonly string[]): fc.Arbitrary<string> {
  if (known.length === 0) return any
  return fc.oneof(any, { weight: 3, arbitrary: fc.constantFrom(...known) })
}

function fittingOne(
  type: string,
  schema: Schema,
  name: string,
  known: Known,
): fc.Arbitrary<string> {
  const { minimum: min = 0, maximum: max = 1_000, minLength = 0, maxLength = 40, items } = schema
  switch (type) {
    case 'boolean':
      return fc.boolean().map(String)
    case 'integer':
    case 'number':
      return oftenKnown(
        fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max: min + 5 })).map(String),
        known(name),
      )
    case 'string': {
      const any = fc.string({ minLength, maxLength: Math.min(maxLength, 40) })
      const values = known(name).map((value) => JSON.stringify(value))
      return oftenKnown(
        any.map((value) => JSON.stringify(value)),
        values,
      )
    }
    case 'array': {
      const each = items ? fitting(items, name, known) : fc.constant('null')
      return fc.uniqueArray(each, { maxLength: 3 }).map((values) => `[${values.join(',')}]`)
    }
    case 'object':
      return object(schema, known, fc.constant('null'), 0)
    default:
      return fc.constant('null')
  }
}

/** A JSON object in which one field in so many is foul; unknown and repeated fields come with those. */
function object(
  { properties = {}, required = [] }: Schema,
  known: Known,
  foul: fc.Arbitrary<string>,
  foulWeight: number,
): fc.Arbitrary<string> {
  const fields = Object.entries(properties).map(([name, schema]) =>
    fc.oneof(
      { weight: 6, arbitrary: fitting(schema, name, known).map((text) => pair(name, text)) },
      { weight: foulWeight, arbitrary: foul.map((text) => pair(name, text)) },
      { weight: required.includes(name) ? foulWeight : 2, arbitrary: fc.constant(null) },
    ),
  )
  const names = [...Object.keys(properties), '__proto__', 'constructor', 'more', 'a\\u0000']
  const extra = fc.tuple(fc.constantFrom(...names), foul).map(([name, text]) => pair(name, text))
  const extras = fc.oneof(
    { weight: 6, arbitrary: fc.constant<string[]>([]) },
    { weight: foulWeight, arbitrary: extra.map((one) => [one]) },
  )
  return fc.tuple(fc.tuple(...fields), extras).map(([given, more]) => {
    const all = [...given.filter((field) => field !== null), ...more]
    return `{${all.join(',')}}`
  })
}

const pair = (name: string, text: string) => `"${name}":${text}`

export type FoulRequest = { path: string; body: Buffer | null; headers: Record<string, string> }

/** Requests for one operation, from nearly right to nothing of the kind. */
export function foulRequests(
  { path, parameters, requestBody }: DescribedOperation,
  known: Known,
): fc.Arbitrary<FoulRequest> {
  const inPath = parameters.filter((each) => each.in === 'path')
  const inQuery = parameters.filter((each) => each.in === 'query')
  const segments = fc.tuple(
    ...inPath.map(({ name, schema }) =>
      fc.tuple(
        fc.constant(name),
        fc
          .oneof(
            { weight: 5, arbitrary: fitting(schema, name, known).map(plain) },
            { weight: 2, arbitrary: foulText },
          )
          .filter((segment) => !isDots.test(segment)),
      ),
    ),
  )
  const { content } = requestBody ?? {}
  const json = content?.['application/json']
  const type = json ? 'application/json' : 'application/octet-stream'
  const headers = fc.record(
    {
      'idempotency-key': fc.constantFrom('a', 'b', 'c', '', ' ', 'x'.repeat(201)),
      'content-type': fc.constantFrom('text/plain', 'application/x-www-form-urlencoded', ''),
      'x-leaver-desk': fc.constantFrom('0', '', '1, 1'),
      origin: fc.constantFrom('null', 'http://evil.example', ''),
      'content-encoding': fc.constantFrom('gzip', 'br'),
    },
    { requiredKeys: [] },
  )
  const sometimes = fc.oneof(
    { weight: 9, arbitrary: fc.constant<Record<string, string>>({}) },
    { weight: 1, arbitrary: headers },
  )
  return fc
    .record({
      segments,
      query: queries(
        inQuery.map(({ name, schema }) => ({ name, schema })),
        known,
      ),
      body: content ? bodies(json?.schema, known) : fc.constant(null),
      more: sometimes,
    })
    .map(({ segments: given, query, body, more }) => {
      const values = new Map(given)
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '')
      return { path: filled + query, body, headers: { 'content-type': type, ...more } }
    })
}

/** The text of a value as it stands in an address. */
function plain(text: string): string {
  const value: unknown = JSON.parse(text)
  return encodeURIComponent(String(value))
}

function queries(
  fields: readonly { name: string; schema: Schema }[],
  known: Known,
): fc.Arbitrary<string> {
  const pairs = fields.map(({ name, schema }) =>
    fc.oneof(
      {
        weight: 6,
        arbitrary: fitting(schema, name, known).map((text) => `${name}=${plain(text)}`),
      },
      { weight: 1, arbitrary: foulText.map((text) => `${name}=${text}`) },
      { weight: 1, arbitrary: fc.constantFrom(`${name}`, `${name}=1&${name}=2`) },
      { weight: 2, arbitrary: fc.constant('') },
    ),
  )
  const extra = fc.oneof(
    { weight: 8, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: foulText.map((text) => `more=${text}`) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__=1', '&&&', '%', '=', '?', '[]=1') },
  )
  return fc.tuple(...pairs, extra).map((all) => {
    const query = all.filter((each) => each !== '').join('&')
    return query === '' ? '' : `?${query}`
  })
}

function bodies(schema: Schema | undefined, known: Known): fc.Arbitrary<Buffer> {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some))
  const whole = foulJson.map((text) => Buffer.from(text))
  if (!schema) {
    const lines = fc
      .array(fc.string(), { maxLength: 20 })
      .map((some) => Buffer.from(some.join('\n')))
    return fc.oneof(bytes, whole, lines, lines)
  }
  const objects = object(schema, known, foulJson, 1).map((text) => Buffer.from(text))
  return fc.oneof(
    { weight: 12, arbitrary: objects },
    { weight: 2, arbitrary: whole },
    { weight: 1, arbitrary: bytes },
    { weight: 1, arbitrary: fc.constantFrom(Buffer.from('{}{}'), Buffer.alloc(70_000, ' ')) },
  )
}
