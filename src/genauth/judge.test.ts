import { expect, test } from 'vitest'
import type { Came, Head } from './came.ts'
import { type Asked, judge } from './judge.ts'

const now = new Date('2026-11-21T20:45:04Z')

function http(httpStatus: number, body: string, head: Partial<Head> = {}): Came {
  const plain = { contentType: 'application/json', retryAfter: null, date: null }
  return { kind: 'reply', head: { httpStatus, ...plain, ...head }, body }
}
const json = (body: unknown, httpStatus = 200) => http(httpStatus, JSON.stringify(body))
const says = (statusCode: number, more: Record<string, unknown> = {}, httpStatus = 200) =>
  json({ statusCode, message: '', ...more }, httpStatus)
const html = (httpStatus: number) =>
  http(httpStatus, '<html><title>Welcome</title></html>', { contentType: 'text/html' })
const spoilt = (httpStatus: number): Came => ({
  kind: 'spoilt',
  head: { httpStatus, contentType: 'application/json', retryAfter: null, date: null },
  why: 'the answer is too large',
})
const silence = (left: boolean): Came => ({ kind: 'silence', left, why: 'ECONNRESET' })

const success = { data: { success: true } }
const unread = 'ambiguous unreadable'
const notApplied = (cause: string) =>
  [`refused ${cause}`, `not_applied ${cause}`, `not_applied ${cause}`] as const
const onlyOfOne = (cause: string) =>
  [`refused ${cause}`, `not_applied ${cause}`, `ambiguous ${cause}`] as const
const unclear = (cause: string) =>
  [`refused ${cause}`, `ambiguous ${cause}`, `ambiguous ${cause}`] as const
const noAnswer = [unread, unread, unread] as const

/** What came, and what it means for a read, for a write about one user, for a write about several. */
const table: readonly (readonly [string, Came, readonly [string, string, string]])[] = [
  ['a success', says(200, success), ['ok', 'ok', 'ok']],
  [
    'a success in GenAuth’s own charset words',
    http(200, JSON.stringify({ statusCode: 200, ...success }), {
      contentType: 'Application/JSON;charset=UTF-8',
    }),
    ['ok', 'ok', 'ok'],
  ],
  [
    'success: false',
    says(200, { data: { success: false } }),
    ['ok', 'ambiguous answer', 'ambiguous answer'],
  ],
  ['a success without the word success', says(200, { data: {} }), ['ok', unread, unread]],
  [
    'a success whose success is text',
    says(200, { data: { success: 'true' } }),
    ['ok', unread, unread],
  ],
  ['a success without data', says(200), ['ok', unread, unread]],
  ['a success at HTTP 201', says(200, success, 201), noAnswer],
  ['a success at HTTP 404', says(200, success, 404), noAnswer],
  ['a success at HTTP 500', says(200, success, 500), noAnswer],
  ['a statusCode in text', json({ statusCode: '200', ...success }), noAnswer],
  ['no statusCode', json(success), noAnswer],
  ['statusCode 201', says(201, success), noAnswer],
  ['statusCode 0', says(0, success), noAnswer],
  ['HTML at HTTP 200', html(200), noAnswer],
  [
    'a success of another content type',
    http(200, JSON.stringify({ statusCode: 200, ...success }), { contentType: 'text/plain' }),
    noAnswer,
  ],
  [
    'a success of no content type',
    http(200, JSON.stringify({ statusCode: 200, ...success }), { contentType: null }),
    noAnswer,
  ],
  ['truncated JSON', http(200, '{"statusCode":200,"data":{"success":tr'), noAnswer],
  ['an empty body', http(200, ''), noAnswer],
  ['HTTP 204', http(204, '', { contentType: null }), noAnswer],
  ['JSON null', json(null), noAnswer],
  ['a JSON array', json([says(200, success)]), noAnswer],
  ['a redirect', http(302, '', { contentType: null }), noAnswer],
  ['a redirect with a success inside', says(200, success, 307), noAnswer],
  ['too large an answer', spoilt(200), noAnswer],
  ['bytes that are not HTTP', { kind: 'garbled', why: 'HPE_INVALID_CONSTANT' }, noAnswer],
  ['HTML at HTTP 404', html(404), noAnswer],
  ['HTML at HTTP 500', html(500), noAnswer],
  ['HTML at HTTP 502', html(502), noAnswer],
  ['JSON that is no envelope at HTTP 503', json({ error: 'down' }, 503), noAnswer],
  ['envelope 500 at HTTP 500', says(500, {}, 500), unclear('answer')],
  ['envelope 404 at HTTP 500', says(404, {}, 500), noAnswer],
  ['envelope 400', says(400), onlyOfOne('answer')],
  ['envelope 400 at HTTP 400', says(400, {}, 400), onlyOfOne('answer')],
  ['envelope 401', says(401), notApplied('key')],
  ['envelope 402', says(402), onlyOfOne('answer')],
  ['envelope 403', says(403, { apiCode: 2333 }), notApplied('key')],
  ['envelope 403 at HTTP 403', says(403, {}, 403), notApplied('key')],
  ['HTML at HTTP 401', html(401), notApplied('key')],
  ['HTML at HTTP 403', html(403), notApplied('key')],
  ['envelope 404', says(404), onlyOfOne('missing')],
  ['envelope 404 at HTTP 404', says(404, {}, 404), onlyOfOne('missing')],
  [
    'a router’s own 404',
    says(404, { message: 'Cannot GET /api/v3/get-user' }, 404),
    onlyOfOne('answer'),
  ],
  ['a 404 about the user pool', says(404, { apiCode: 2224 }), onlyOfOne('answer')],
  ['apiCode 2004', says(400, { apiCode: 2004 }), onlyOfOne('missing')],
  ['a sentence in Chinese', says(400, { message: '抱歉，用户不存在！' }), onlyOfOne('missing')],
  ['a sentence in English', says(422, { message: 'User does not exist' }), onlyOfOne('missing')],
  ['that sentence beside 403', says(403, { message: 'user not exist' }), notApplied('key')],
  ['that sentence beside 429', says(429, { message: 'user not exist' }), notApplied('busy')],
  ['that sentence beside 500', says(500, { message: 'user not exist' }), unclear('answer')],
  ['envelope 409', says(409), onlyOfOne('answer')],
  ['envelope 413', says(413), onlyOfOne('answer')],
  ['envelope 422', says(422, { apiCode: 4004 }), onlyOfOne('answer')],
  ['envelope 429', says(429), notApplied('busy')],
  ['envelope 429 at HTTP 429', says(429, {}, 429), notApplied('busy')],
  ['HTML at HTTP 429', html(429), notApplied('busy')],
  ['HTTP 429 with too large a body', spoilt(429), notApplied('busy')],
  ['envelope 200 at HTTP 429', says(200, success, 429), noAnswer],
  ['envelope 499', says(499), unclear('answer')],
  ['envelope 500', says(500), unclear('answer')],
  ['envelope 502', says(502), unclear('answer')],
  ['envelope 503', says(503), unclear('answer')],
  ['envelope 601', says(601), unclear('answer')],
  ['envelope 603', says(603), unclear('answer')],
  ['envelope 700', says(700), noAnswer],
  ['a wrong signature beside 400', says(400, { apiCode: 1300 }), onlyOfOne('key')],
  ['a signature used before, though never by us', says(401, { apiCode: 1306 }), unclear('key')],
  [
    'no connection',
    silence(false),
    ['ambiguous silent', 'not_applied silent', 'not_applied silent'],
  ],
  [
    'a connection lost after sending',
    silence(true),
    ['ambiguous silent', 'ambiguous silent', 'ambiguous silent'],
  ],
]

function inWords(asked: Asked, came: Came): string {
  const judged = judge(asked, came, now)
  return judged.ok ? 'ok' : `${judged.failure.kind} ${judged.failure.cause}`
}

test.each(table)('%s is judged by what was asked', (_, came, meanings) => {
  expect([
    inWords({ purpose: 'read' }, came),
    inWords({ purpose: 'write', ids: 1, says: 'success' }, came),
    inWords({ purpose: 'write', ids: 2, says: 'success' }, came),
  ]).toEqual(meanings)
})

test.each<[string, Came, string]>([
  ['users', says(200, { data: [{ userId: 'u1' }] }), 'ok'],
  ['nothing yet to be looked at', says(200), 'ok'],
  ['success: false', says(200, { data: { success: false } }), 'ambiguous answer'],
  ['a refusal', says(400), 'ambiguous answer'],
  ['HTTP 500', says(200, { data: [] }, 500), unread],
])('a write whose yes is data of its own is judged by %s', (_, came, meaning) => {
  expect(inWords({ purpose: 'write', ids: 2, says: 'data' }, came)).toBe(meaning)
})

test('a refusal carries GenAuth’s numbers, and its words fit for a log', () => {
  const message = `one\r\n\u0000two\u202e${'x'.repeat(300)}`
  const came = says(422, { apiCode: 4004, requestId: 'r-1', message })
  expect(judge({ purpose: 'read' }, came, now)).toEqual({
    ok: false,
    failure: {
      kind: 'refused',
      cause: 'answer',
      statusCode: 422,
      apiCode: 4004,
      requestId: 'r-1',
      detail: `one two ${'x'.repeat(191)}…`,
    },
  })
})

test('numbers and ids of the wrong kind are left out rather than passed on', () => {
  const came = says(400, { apiCode: 'x', requestId: 'two\nlines', message: 7 })
  expect(judge({ purpose: 'read' }, came, now)).toEqual({
    ok: false,
    failure: { kind: 'refused', cause: 'answer', statusCode: 400, detail: '' },
  })
})

const resignation: Asked = { purpose: 'write', ids: 1, says: 'success' }

test.each([
  ['seconds', '7', 7_000],
  ['a date', 'Sat, 21 Nov 2026 20:45:20 GMT', 20_000],
  ['a date in the past', 'Sat, 21 Nov 2026 20:44:00 GMT', 0],
  ['seconds below nothing', '-1', undefined],
  ['far too many seconds', '999999999', 60_000],
  ['a number of another spelling', '1e99', undefined],
  ['the year 2999', 'Sun, 01 Dec 2999 16:00:00 GMT', 60_000],
  ['a word', 'soon', undefined],
  ['nothing at all', null, undefined],
])('told to wait by %s, a call says at most a minute, or leaves it open', (_, retryAfter, ms) => {
  const date = 'Sat, 21 Nov 2026 20:45:00 GMT'
  const came = http(429, '{"statusCode":429,"message":""}', { retryAfter, date })
  expect(judge(resignation, came, now)).toMatchObject({
    ok: false,
    failure: { kind: 'not_applied', cause: 'busy', ...(ms !== undefined && { retryAfterMs: ms }) },
  })
  const judged = judge(resignation, came, now)
  expect(judged.ok ? 'ok' : judged.failure.retryAfterMs).toBe(ms)
})

test('only a busy answer carries a time to wait', () => {
  const waits = (statusCode: number) => {
    const head = { retryAfter: '7', date: 'Sat, 21 Nov 2026 20:45:00 GMT' }
    const body = JSON.stringify({ statusCode, message: '' })
    const judged = judge(resignation, http(200, body, head), now)
    return judged.ok ? undefined : judged.failure.retryAfterMs
  }
  expect([waits(429), waits(503), waits(403)]).toEqual([7_000, undefined, undefined])
})

test('nothing of an unreadable body is quoted, for it may hold tokens', () => {
  const bodies = ['{"data":[{"accessToken":"token-one"', '<p>token-one</p>', '"token-one"']
  for (const body of bodies) {
    const judged = judge({ purpose: 'read' }, http(200, body), now)
    expect(JSON.stringify(judged)).not.toContain('token-one')
  }
})
