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

test.each([
  undefined,
  '',
  'users',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\t//elsewhere.example',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/%2e//elsewhere.example',
  '/users/..//elsewhere.example',
  'https://elsewhere.example',
  'https:elsewhere.example',
  'javascript:alert(1)',
  '/users?next=//elsewhere.example',
  '/users#//elsewhere.example',
  `/${'a'.repeat(2_048)}`,
  '/auth/sign-in',
  '/api/me',
])('%j is no address to come back to', (path) => {
  expect(returnAddress(path, origin)).toBe('/')
})

test('Whatever is asked for, a browser stays on our origin', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary' }), async (text) => {
      for (const asked of [text, `/${text}`, `/.${text}`, `/users/${text}`]) {
        expect(new URL(returnAddress(asked, origin), origin).origin).toBe(origin)
        expect(returnAddress(asked, origin)).toMatch(/^\/(?!\/)/)
      }
    }),
  )
})
