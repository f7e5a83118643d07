import { expect, test } from 'vitest'
import { detect, isRounded } from './detect.ts'

test.each([
  ['65f1c0a94be2d7831e0a9c42', 'user_id', ['user_id']],
  ['li.wei@hanlin.example', 'email', ['email', 'username', 'external_id']],
  ['65f1c0a94be2d7831e0a9c42:ou_8bae', 'identity', ['identity']],
  ['65f1c0a94be2d7831e0a9c42:li@wei', 'identity', ['identity']],
  ['lark:ou_8bae', 'sync_relation', ['sync_relation']],
  ['active-directory:liwei@corp', 'sync_relation', ['sync_relation']],
  ['10023', 'number', ['phone', 'external_id', 'username']],
  ['+86 138-0013 4821', 'number', ['phone', 'external_id', 'username']],
  ['0010203', 'number', ['phone', 'external_id', 'username']],
  ['liwei', 'text', ['username', 'external_id']],
  ['王芳', 'text', ['username', 'external_id']],
  ['lark:', 'text', ['username', 'external_id']],
  ['note:something', 'text', ['username', 'external_id']],
] as const)('%s looks like %s', (value, looks, kinds) => {
  expect(detect(value)).toEqual({ value, looks, kinds })
})

test('a value pasted from a chat loses its invisible characters and full-width forms', () => {
  expect(detect(' \u202Aｌｉ．ｗｅｉ＠hanlin.example\u202C\u200B\u0000 ').value).toBe(
    'li.wei@hanlin.example',
  )
  expect(detect('１００２３').looks).toBe('number')
  expect(detect('王　芳').value).toBe('王 芳')
})

test('a hostile value of the greatest length is read at once', () => {
  expect(detect(`${'1 '.repeat(127)}x`).looks).toBe('text')
  expect(detect('\uD800').value).toBe('')
})

test.each(['1.86E+10', '1.86e10', '1,86E+10', '2E+11', '-1.5E+10'])('%s was rounded', (text) => {
  expect(isRounded(text)).toBe(true)
})

test.each(['18600138000', '1E5', '2e7', 'E10', '1.86', '0010118', 'a1.86E+10', '65e1'])(
  '%s was not',
  (text) => {
    expect(isRounded(text)).toBe(false)
  },
)
