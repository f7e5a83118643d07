import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Misconfigured, readEnvironment } from './environment.ts'
import { readFrontSettings } from './front-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-front-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Env = Record<string, string>
const read = (env: Env) => readFrontSettings(readEnvironment(env))

function refusalOf(env: Env): string {
  try {
    read(env)
  } catch (error) {
    if (error instanceof Misconfigured) return error.message
    throw error
  }
  return ''
}

test('Unless somebody says otherwise there are no figures, and nobody is believed', () => {
  expect(read({})).toEqual({ metricsToken: null, trustedProxies: [] })
})

test('A token can stand in a file, and proxies in a list', () => {
  const path = join(folder, 'token')
  writeFileSync(path, 'scrape-me\n')
  expect(
    read({ METRICS_TOKEN_FILE: path, TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.0.2.7 2001:db8::/32' }),
  ).toEqual({
    metricsToken: 'scrape-me',
    trustedProxies: ['10.0.0.0/8', '::1', '192.0.2.7', '2001:db8::/32'],
  })
})

const refused: [named: string, env: Env][] = [
  ['METRICS_TOKEN', { METRICS_TOKEN: '' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'two words' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'ключ' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'x'.repeat(501) }],
  ['METRICS_TOKEN_FILE', { METRICS_TOKEN_FILE: '/nowhere/token' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'a', METRICS_TOKEN_FILE: '/run/token' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: ',' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '1' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'loopback' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/8, proxy.example' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/40' }],
]

test.each(refused)('%s is named when it stops the start: %j', (named, env) => {
  const sentence = refusalOf(env)
  expect(sentence).toMatch(new RegExp(`\\b${named}\\b`))
  expect(sentence).toMatch(/^[A-Z].*\.$/)
})

test('The sentence about a token does not hold it', () => {
  expect(refusalOf({ METRICS_TOKEN: 'marked secret' })).not.toContain('marked')
})
