import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from './installed.mjs'

const hono = { version: '4.0.0', integrity: 'sha512-aaaa' }
const elsewhere = { version: '1.0.0', integrity: 'sha512-bbbb', optional: true, os: ['plan9'] }
const pinned = {
  version: '24.0.0',
  integrity: 'sha512-cccc',
  optional: true,
  os: [process.platform],
  cpu: [process.arch],
}
let root = ''

/** A project whose lock file says `wanted` and in whose node_modules npm put `present`. */
function project(wanted: Record<string, object>, present: Record<string, object>) {
  const packages = { '': { optionalDependencies: { 'node-here': '24.0.0' } }, ...wanted }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
  for (const path of Object.keys(present)) {
    mkdirSync(join(root, path), { recursive: true })
    writeFileSync(join(root, path, 'package.json'), '{}')
  }
  const hidden = join(root, 'node_modules', '.package-lock.json')
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(hidden, JSON.stringify({ packages: present }))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leaver-desk-installed-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('A fresh clone is not installed', () => {
  writeFileSync(join(root, 'package-lock.json'), '{"packages":{"":{},"node_modules/hono":{}}}')
  expect(isInstalled(root)).toBe(false)
})

test('What the lock file says and npm put there is installed', () => {
  project({ 'node_modules/hono': hono }, { 'node_modules/hono': hono })
  expect(isInstalled(root)).toBe(true)
})

test('Another version, another content, a package too many and a package too few are noticed', () => {
  project({ 'node_modules/hono': { ...hono, version: '4.0.1' } }, { 'node_modules/hono': hono })
  expect(isInstalled(root)).toBe(false)
  project({ 'node_modules/hono': { ...hono, integrity: 'x' } }, { 'node_modules/hono': hono })
  expect(isInstalled(root)).toBe(false)
  project({}, { 'node_modules/hono': hono })
  expect(isInstalled(root)).toBe(false)
  project({ 'node_modules/hono': hono, 'node_modules/zod': hono }, { 'node_modules/hono': hono })
  expect(isInstalled(root)).toBe(false)
})

test('A package that npm put there and somebody removed is noticed', () => {
  project({ 'node_modules/hono': hono }, { 'node_modules/hono': hono })
  rmSync(join(root, 'node_modules', 'hono'), { recursive: true })
  expect(isInstalled(root)).toBe(false)
})

test('A package for another kind of machine may be missing, the pinned Node for this one may not', () => {
  project({ 'node_modules/hono': hono, 'node_modules/x': elsewhere }, { 'node_modules/hono': hono })
  expect(isInstalled(root)).toBe(true)
  project(
    { 'node_modules/hono': hono, 'node_modules/node-here': pinned },
    { 'node_modules/hono': hono },
  )
  expect(isInstalled(root)).toBe(false)
})
