import { assert, asyncProperty, string } from 'fast-check'
import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

const origin = 'https://leavers.example'

test.each([
  '/',
  '/users',
  '/users?status=Suspended&page=2#q=li%20wei&as=auto',
  '/users/65f1c0a94be2d7831e0a9c42#identities',
  '/batches/7',
  '/users?next=https:%2F%2Felsewhere.example',
])('After signing in somebody comes back to %s', (path) => {
  expect(returnAddress(path, origin)).toBe(path)
})

const elsewhere: readonly (string | undefined)[] = [
  undefined,
  '',
  ' ',
  'users',
  './users',
  '?q=1',
  '#users',
  // Two slashes, written in every way that some browser has taken for two slashes.
  '//elsewhere.example',
  '///elsewhere.example',
  '////elsewhere.example',
  '/\\elsewhere.example',
  '\\/elsewhere.example',
  '\\\\elsewhere.example',
  '/\\/elsewhere.example',
  '/\\\\elsewhere.example',
  '//\\elsewhere.example',
  '//elsewhere.example@127.0.0.1',
  '//leavers.example@elsewhere.example',
  '//[::1]/',
  '//[::ffff:127.0.0.1]:8080/',
  '/\\[::1]/',
  '//2130706433/',
  '//elsewhere.example:443/%2e%2e',
  '//%65lsewhere.example',
  '//elsewhere。example',
  // What browsers drop before they read.
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/\r/elsewhere.example',
  '/\r\n/elsewhere.example',
  '/\t\\elsewhere.example',
  '\t//elsewhere.example',
  ' //elsewhere.example',
  '\u0000//elsewhere.example',
  '/\u0000/elsewhere.example',
  '/users\u0000',
  '/users\r\nset-cookie: leaver-desk=x',
  '/users\u007f',
  '/users\u0085',
  // Dots that are folded away, and what is left then.
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/../\\elsewhere.example',
  '/./\\elsewhere.example',
  '/users/../\\elsewhere.example',
  '/%2e//elsewhere.example',
  '/%2e%2e//elsewhere.example',
  '/.%2e//elsewhere.example',
  '/users/..//elsewhere.example',
  '/users/%252e%252e/users',
  '/%252e/users',
  // Slashes in code, once or more often.
  '/%2f/elsewhere.example',
  '/%2felsewhere.example',
  '/%2Felsewhere.example',
  '/%2f%2felsewhere.example',
  '/%5celsewhere.example',
  '/%5Celsewhere.example',
  '/%255celsewhere.example',
  '/%252f%252felsewhere.example',
  '/%25252felsewhere.example',
  '/%09/elsewhere.example',
  '/%0d%0aset-cookie:%20x=1',
  '/%250d%250aset-cookie:%20x=1',
  '/%00',
  '/users%2500',
  '/%',
  '/%zz',
  '/%c0%af%c0%afelsewhere.example',
  '/%ff',
  // Other schemes, and none.
  'https://elsewhere.example',
  'https:elsewhere.example',
  'https:/elsewhere.example',
  'https:\\\\elsewhere.example',
  'HTTPS://ELSEWHERE.EXAMPLE',
  'https://leavers.example@elsewhere.example',
  'https://leavers.example.elsewhere.example',
  'https://leavers.example/users',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://leavers.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://leavers.example/1',
  'file:///etc/passwd',
  'about:blank',
  // Slashes further on.
  '/users?next=//elsewhere.example',
  '/users#//elsewhere.example',
  // Too long to be one of ours.
  `/${'a'.repeat(1_024)}`,
  `/users?q=${'王'.repeat(300)}`,
  `/${'../'.repeat(700)}`,
  // No pages: signing in again, or data.
  '/auth',
  '/auth/sign-in',
  '/auth/sign-in?return=/users',
  '/auth/callback?code=x&state=y',
  '/AUTH/sign-in',
  '/users/../auth/sign-in',
  '/%61uth/sign-in',
  '/%2561uth/sign-in',
  '/api',
  '/api/me',
  '/api/openapi.json',
  '/./api/me',
  '/a%70i/me',
  '/assets/start-1a2b.js',
]

test.each(elsewhere.map((path) => [path]))('%j is no address to come back to', (path) => {
  expect(returnAddress(path, origin)).toBe('/')
})

/** Odd, and still on our origin whoever reads it. */
test.each([
  ['/users?q=a%2F%2Fb', '/users?q=a%2F%2Fb'],
  ['/users#q=https%3A%2F%2Felsewhere.example', '/users#q=https%3A%2F%2Felsewhere.example'],
  ['/@elsewhere.example', '/@elsewhere.example'],
  ['/users:80@elsewhere.example', '/users:80@elsewhere.example'],
  ['/／elsewhere.example', '/%EF%BC%8Felsewhere.example'],
  ['/⁄elsewhere.example', '/%E2%81%84elsewhere.example'],
  ['/＼elsewhere.example', '/%EF%BC%BCelsewhere.example'],
  ['/users\u202e', '/users%E2%80%AE'],
  ['/users\ud800', '/users%EF%BF%BD'],
  ['/users/../batches', '/batches'],
  ['/;', '/;'],
])('%j stays with us', (path, back) => {
  expect(returnAddress(path, origin)).toBe(back)
  expect(new URL(back, origin).origin).toBe(origin)
})

test('Whatever is asked for, a browser stays on our origin', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary' }), async (text) => {
      for (const asked of [text, `/${text}`, `/.${text}`, `/users/${text}`]) {
        const back = returnAddress(asked, origin)
        expect(new URL(back, origin).origin).toBe(origin)
        expect(back).toMatch(/^\/(?![/\\])[!-~]*$/)
        // What was once found good stays good.
        expect(returnAddress(back, origin)).toBe(back)
      }
    }),
  )
})
