import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Misconfigured } from './environment.ts'
import { findSecretKeys, openSecretKeys } from './secret-key.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leaver-desk-key-'))
  file = join(folder, 'data', 'desk.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const kept = () => ({ secretKeys: null, database: { url: `file:${file}`, file } })
const modeOf = (path: string) => statSync(path).mode & 0o777

test('A new database gets a key that only its owner may read, and keeps it', () => {
  const [key] = openSecretKeys(kept())
  expect(key?.length).toBeGreaterThanOrEqual(32)
  expect(modeOf(`${file}.secret-key`)).toBe(0o600)
  expect(modeOf(join(folder, 'data'))).toBe(0o700)
  expect(openSecretKeys(kept())).toEqual([key])
  expect(findSecretKeys(kept())).toEqual([key])
})

test('Two databases get two keys', () => {
  const [one] = openSecretKeys(kept())
  file = join(folder, 'other.db')
  const [other] = openSecretKeys(kept())
  expect(other).not.toEqual(one)
})

test('A key that others can read is closed to them', () => {
  openSecretKeys(kept())
  chmodSync(`${file}.secret-key`, 0o644)
  openSecretKeys(kept())
  expect(modeOf(`${file}.secret-key`)).toBe(0o600)
})

test('A database whose key is gone gets no new one', () => {
  openSecretKeys(kept())
  writeFileSync(file, 'a database')
  rmSync(`${file}.secret-key`)
  expect(() => openSecretKeys(kept())).toThrow(Misconfigured)
  expect(() => openSecretKeys(kept())).toThrow(/SECRET_KEY/)
})

test('A command beside the server makes no key', () => {
  expect(() => findSecretKeys(kept())).toThrow(/SECRET_KEY/)
  expect(() => statSync(`${file}.secret-key`)).toThrow(/ENOENT/)
})

test('Half a key is no key', () => {
  openSecretKeys(kept())
  const path = `${file}.secret-key`
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, 20))
  expect(() => openSecretKeys(kept())).toThrow(/SECRET_KEY/)
})

test('Keys that are configured are used as they are', () => {
  const secretKeys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  expect(openSecretKeys({ ...kept(), secretKeys })).toBe(secretKeys)
  expect(() => statSync(`${file}.secret-key`)).toThrow(/ENOENT/)
})
