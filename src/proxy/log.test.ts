import { expect, test } from 'vitest'
import { openLog } from './log.ts'

/** The one line that this writes. */
function written(write: (log: ReturnType<typeof openLog>) => void) {
  const lines: string[] = []
  write(openLog('info', { write: (line) => lines.push(line) }))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\n]*\n$/)
  return JSON.parse(lines[0] ?? '')
}

test('A line says when and how grave, and nothing of this machine', () => {
  const line = written((log) => log.info({ requestId: 'r' }, 'answered'))
  expect(Object.keys(line)).toEqual(['level', 'time', 'requestId', 'msg'])
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('Of an error the log keeps kind, code, place and causes, not whatever else hangs on it', () => {
  const cause = Object.assign(new TypeError('no route'), { code: 'ENETUNREACH', config: 'secret' })
  const error = Object.assign(new Error('unanswered', { cause }), {
    authorization: 'secret',
    code: 'EAWAY',
  })
  const { err } = written((log) => log.error({ err: error }, 'failed'))
  expect(err).toEqual({
    type: 'Error',
    errorCode: 'EAWAY',
    message: 'unanswered',
    at: expect.arrayContaining([expect.stringMatching(/^at /)]),
    cause: {
      type: 'TypeError',
      errorCode: 'ENETUNREACH',
      message: 'no route',
      at: expect.any(Array),
    },
  })
})

test('Foreign text in an error is one short line without credentials', () => {
  const message = `no\u0000\nentry ${'x'.repeat(900)} Bearer abcdefghijkl`
  const { err } = written((log) => log.error({ err: new Error(message) }, 'failed'))
  expect(err.message.length).toBeLessThanOrEqual(200)
  expect(err.message).toMatch(/^no entry x/)
  const short = written((log) =>
    log.error({ err: new Error('sent Bearer abcdefghijkl') }, 'failed'),
  )
  expect(short.err.message).not.toContain('abcdefghijkl')
})

test('What was thrown and is no error is logged as text', () => {
  expect(written((log) => log.error({ err: 'broken' }, 'failed')).err).toEqual({
    type: 'string',
    message: 'broken',
  })
})

test('What was thrown with a message, and is no error, is logged with it, and with nothing else', () => {
  const thrown = { message: 'the queue\nis away', password: 'secret' }
  expect(written((log) => log.error({ err: thrown }, 'failed')).err).toEqual({
    type: 'object',
    message: 'the queue is away',
  })
  expect(written((log) => log.error({ err: { password: 'secret' } }, 'failed')).err).toEqual({
    type: 'object',
    message: 'without a message: password',
  })
})

test('A chain of causes that has no end is cut', () => {
  const error = new Error('one')
  error.cause = error
  const { err } = written((log) => log.error({ err: error }, 'failed'))
  expect(err.cause.cause.cause.cause).toBeUndefined()
})

test.each([
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'accessKeySecret',
  'clientSecret',
  'code',
  'codeVerifier',
  'secretKeys',
  'token',
  'mfaToken',
  'id_token',
])('A field called %s is not written, however deep it stands', (name) => {
  for (const depth of [0, 1, 2, 3]) {
    let fields: Record<string, unknown> = { [name]: 'secret', beside: 'this' }
    for (let at = 0; at < depth; at += 1) fields = { inside: fields }
    const line = JSON.stringify(written((log) => log.info(fields, 'x')))
    expect(line).not.toContain('"secret"')
    expect(line).toContain('"beside":"this"')
  }
})

test('What goes into a log is left as it was', () => {
  const request = { headers: { cookie: 'mine' } }
  written((log) => log.info({ request }, 'x'))
  expect(request.headers.cookie).toBe('mine')
})
