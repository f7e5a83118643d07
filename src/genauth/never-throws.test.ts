import type { Socket } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inWords, key, open } from './asking.fixture.ts'
import type { Came } from './came.ts'
import type { GenAuth, Read, Written } from './genauth.ts'
import { judge } from './judge.ts'
import { readList } from './read-list.ts'
import { redact } from './redact.ts'
import { serveBytes } from './server.fixture.ts'
import { IdentityDto } from './wire.ts'

const reads: readonly ((genauth: GenAuth) => Promise<Read<unknown> | Written>)[] = [
  (g) => g.getUser('u1', 'user_id'),
  (g) => g.getUser('李伟+', 'phone'),
  (g) => g.getUserBatch(['u1', 'u2']),
  (g) => g.getUserBatch(['0010118', '李伟+'], 'external_id'),
  (g) => g.listUsers({ keywords: 'li', page: 1, limit: 50 }),
  (g) => g.getUserIdentities('u1'),
  (g) => g.getUserSyncRelations('u1'),
  (g) => g.getUserDepartments('u1'),
  (g) => g.getUserRoles('u1'),
  (g) => g.listExtIdp(),
  (g) => g.probe(),
]
const writes: readonly ((genauth: GenAuth) => Promise<Read<unknown> | Written>)[] = [
  (g) => g.unlinkIdentity('u1', 'idp1', 'openid'),
  (g) => g.deleteUserSyncRelations('u1', 'lark'),
  (g) => g.resignUser('u1'),
  (g) => g.updateUserStatuses([{ userId: 'u1', status: 'Suspended' }]),
  (g) => g.kickUsers('u1', ['app-1', 'app-2']),
  (g) => g.resignUsersBatch(['u1', 'u2']),
  (g) => g.deleteUsersBatch(['u1', 'u2']),
]

/** JSON in the shapes that GenAuth uses, with anything in every place. */
const envelopes = fc.record(
  {
    statusCode: fc.oneof(fc.constant(200), fc.constantFrom(400, 404, 429, 500), fc.jsonValue()),
    apiCode: fc.oneof(fc.constantFrom(1300, 1305, 2004), fc.jsonValue()),
    message: fc.oneof(fc.constantFrom('用户不存在', '参数 userId 格式错误'), fc.jsonValue()),
    requestId: fc.jsonValue(),
    data: fc.oneof(
      fc.jsonValue(),
      fc.record({ success: fc.oneof(fc.boolean(), fc.jsonValue()) }),
      fc.record({ totalCount: fc.jsonValue(), list: fc.jsonValue() }),
      fc.array(fc.record({ userId: fc.jsonValue(), extIdpId: fc.jsonValue() })),
    ),
  },
  { requiredKeys: [] },
)
const bodies = fc.oneof(
  envelopes.map((envelope) => Buffer.from(JSON.stringify(envelope))),
  fc.json().map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)
const answers = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        status: fc.oneof(fc.constant('200'), fc.constantFrom('204', '302', '404', '429', '503')),
        type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html'),
        packing: fc.oneof(
          { weight: 5, arbitrary: fc.constant('identity') },
          fc.constantFrom('gzip', 'br', 'x'),
        ),
        retryAfter: fc.oneof(fc.constant('7'), fc.stringMatching(/^[\x21-\x7e]{1,20}$/)),
        short: fc.integer({ min: 0, max: 3 }),
        body: bodies,
      })
      .map(({ status, type, packing, retryAfter, short, body }) => {
        const head = [
          `HTTP/1.1 ${status} Whatever`,
          `content-type: ${type}`,
          `content-encoding: ${packing}`,
          `retry-after: ${retryAfter}`,
          `content-length: ${body.length}`,
        ]
        const whole = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
        return short === 0 ? whole.subarray(0, -1) : whole
      }),
  },
)

test('no bytes from a server make a call reject, and each call ends in one of the known ways', async () => {
  let bytes = Buffer.alloc(0)
  await using server = await serveBytes((socket: Socket) => socket.end(bytes))
  const genauth = open(server.host)
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      bytes = answer
      const results = await Promise.all([...reads, ...writes].map((call) => call(genauth)))
      for (const result of results) expect(inWords(result)).toMatch(/^ok$|^\w+ \w+$/)
      expect(JSON.stringify(results)).not.toContain(key.secret)
    }),
    { numRuns: 150 },
  )
  await genauth.close()
}, 60_000)

const heads = fc.record({
  httpStatus: fc.integer({ min: 100, max: 999 }),
  contentType: fc.option(fc.oneof(fc.constant('application/json'), fc.string())),
  retryAfter: fc.option(fc.string()),
  date: fc.option(fc.string()),
})
const anythingThatCame: fc.Arbitrary<Came> = fc.oneof(
  fc.record({
    kind: fc.constant('reply' as const),
    head: heads,
    body: fc.oneof(
      envelopes.map((envelope) => JSON.stringify(envelope)),
      fc.string(),
    ),
  }),
  fc.record({ kind: fc.constant('spoilt' as const), head: heads, why: fc.string() }),
  fc.record({ kind: fc.constant('garbled' as const), why: fc.string() }),
  fc.record({ kind: fc.constant('silence' as const), left: fc.boolean(), why: fc.string() }),
)

test('whatever came, a write is done or untouched only on GenAuth’s clear word', () => {
  fc.assert(
    fc.property(anythingThatCame, fc.integer({ min: 1, max: 50 }), (came, ids) => {
      const judged = judge({ purpose: 'write', ids, says: 'success' }, came, new Date())
      if (judged.ok) {
        expect(came).toMatchObject({ kind: 'reply', head: { httpStatus: 200 } })
        expect(judged.data).toMatchObject({ success: true })
      } else if (judged.failure.kind === 'not_applied') {
        const { statusCode = 0 } = judged.failure
        const isTurnedAway = [401, 403, 429].includes(statusCode)
        const isClearNo = ids === 1 && statusCode >= 400 && statusCode < 499
        expect(isTurnedAway || isClearNo || (came.kind === 'silence' && !came.left)).toBe(true)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('no JSON makes reading or redacting throw, and what is redacted can be written down', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 12 }), (value) => {
      readList(value, IdentityDto)
      expect(JSON.stringify(redact(value))).toBeTypeOf('string')
    }),
  )
})
