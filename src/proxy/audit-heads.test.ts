import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepHeads, lastHead } from './audit-heads.ts'
import { Misconfigured } from './environment.ts'
import { openLog } from './log.ts'
import { linesTo } from './stdout-lines.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leaver-desk-heads-'))
  path = join(folder, 'heads')
})
afterEach(() => rmSync(folder, { recursive: true }))

const head = (seq: number) => ({ seq, mac: `mac-${seq}`, at: '2026-11-20T18:00:00.000Z' })

test('The last of several heads is found again, also by the next process', () => {
  const keep = keepHeads(path)
  for (const seq of [1, 2, 3]) keep(head(seq))
  expect(lastHead(path, 'AUDIT_HEADS')).toEqual(head(3))
  keepHeads(path)(head(4))
  expect(lastHead(path, 'AUDIT_HEADS')).toEqual(head(4))
  expect(readFileSync(path, 'utf8').split('\n').filter(Boolean)).toHaveLength(4)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('A line that a crash cut off is passed over', () => {
  keepHeads(path)(head(1))
  appendFileSync(path, '{"seq":2,"mac":"ma')
  expect(lastHead(path, 'AUDIT_HEADS')).toEqual(head(1))
  keepHeads(path)(head(2))
  expect(lastHead(path, 'AUDIT_HEADS')).toEqual(head(2))
})

test('A file that is not there, or empty, has no head', () => {
  expect(lastHead(path, 'AUDIT_HEADS')).toBeUndefined()
  writeFileSync(path, '')
  expect(lastHead(path, 'AUDIT_HEADS')).toBeUndefined()
})

test('A file that holds something else is refused', () => {
  writeFileSync(path, 'something else\n')
  expect(() => lastHead(path, 'AUDIT_HEADS')).toThrow(Misconfigured)
})

test('A folder is refused', () => {
  expect(() => lastHead(folder, '--head')).toThrow('--head names a folder')
})

test('A place that cannot be written is refused', () => {
  expect(() => keepHeads(folder)).toThrow(/AUDIT_HEADS/)
})

test('Without a file heads go to the log, and are found among its lines', () => {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  const log = openLog('info', { write })
  keepHeads(null, { write, writeOrThrow: write })(head(7))
  for (let at = 0; at < 2_000; at += 1) log.info({ at }, 'something else that happened meanwhile')
  writeFileSync(path, lines.join(''))
  expect(statSync(path).size).toBeGreaterThan(64 * 1024)
  expect(lastHead(path, '--head')).toEqual(head(7))
})

test('A head that the log does not take is not kept', () => {
  const put = () => {
    throw new Error('no space')
  }
  expect(() => keepHeads(null, linesTo(put))(head(1))).toThrow('no space')
})
