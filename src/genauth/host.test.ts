import { expect, test } from 'vitest'
import { readHost } from './host.ts'

test.each([
  ['https://api.genauth.ai', 'https://api.genauth.ai', ''],
  ['https://api.genauth.ai/', 'https://api.genauth.ai', ''],
  ['https://gateway.example:8443/genauth/eu//', 'https://gateway.example:8443', '/genauth/eu'],
  ['http://127.0.0.1:8081', 'http://127.0.0.1:8081', ''],
  ['http://localhost:8081', 'http://localhost:8081', ''],
  ['http://[::1]:8081', 'http://[::1]:8081', ''],
])('%s is a host', (text, origin, prefix) => {
  expect(readHost(text)).toEqual({ origin, prefix })
})

test.each([
  'http://api.genauth.ai',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://0.0.0.0:8081',
  'http://10.0.0.1',
  'ftp://127.0.0.1',
  'https://',
  'https://name:secret@api.genauth.ai',
  'https://api.genauth.ai/?a=1',
  'https://api.genauth.ai/#a',
  'api.genauth.ai',
  '127.0.0.1:8081',
  '',
])('%s is refused in one sentence that does not repeat it', (text) => {
  expect(() => readHost(text)).toThrow(/^The GenAuth host must [^\n]+\.$/)
  expect(() => readHost(text)).not.toThrow(/secret/)
})
