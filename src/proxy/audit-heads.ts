import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { Misconfigured } from './environment.ts'
import type { Lines } from './stdout-lines.ts'
import { linesTo, stdoutLines } from './stdout-lines.ts'

const Head = z.object({ seq: z.number().int().min(0), mac: z.string().min(1), at: z.string() })
/** The end of the audit chain after an entry, as it is kept outside the database. */
export type Head = z.infer<typeof Head>
/** A line of a file of heads, or of a log among whose lines they stand. */
const Line = z.union([Head, z.object({ auditHead: Head }).transform(({ auditHead }) => auditHead)])

const firstWindow = 64 * 1024

/**
 * Where heads go: after each a line is on disk, or with whoever reads the log, or it throws and nothing
 * may be recorded.
 * @param path null: they go to the log, at whatever level that is.
 * @throws Misconfigured when the file cannot be opened.
 */
export function keepHeads(path: string | null, lines: Lines = stdoutLines): (head: Head) => void {
  if (path === null) {
    return (head) => {
      const line = { level: 30, time: head.at, auditHead: head, msg: 'audit head' }
      lines.writeOrThrow(`${JSON.stringify(line)}\n`)
    }
  }
  const file = openToAppend(path)
  const { writeOrThrow } = linesTo((bytes) => writeSync(file, bytes))
  // A crash may have cut off the last line.
  if (fstatSync(file).size > 0) writeOrThrow('\n')
  return (head) => {
    writeOrThrow(`${JSON.stringify(head)}\n`)
    fsyncSync(file)
  }
}

function openToAppend(path: string): number {
  try {
    return openSync(path, 'a', 0o600)
  } catch {
    throw new Misconfigured(`AUDIT_HEADS names a file that cannot be written: ${path}.`)
  }
}

/**
 * The last head in a file of heads or a log. A last line that was cut off by a crash is passed over:
 * what stands outside may lag.
 * @returns undefined when there is no file, or nothing in it.
 * @throws Misconfigured when there is something in it, but no head.
 */
export function lastHead(path: string, name: string): Head | undefined {
  if (!existsSync(path)) return undefined
  const file = openSync(path, 'r')
  try {
    const stat = fstatSync(file)
    if (stat.isDirectory()) throw new Misconfigured(`${name} names a folder, not a file: ${path}.`)
    const { size } = stat
    for (let window = firstWindow; size > 0; window *= 4) {
      const found = lastIn(tail(file, size, window))
      if (found) return found
      if (window >= size) {
        throw new Misconfigured(`${name} names a file without a head of the audit chain: ${path}.`)
      }
    }
    return undefined
  } finally {
    closeSync(file)
  }
}

function tail(file: number, size: number, window: number): string {
  const bytes = Buffer.alloc(Math.min(size, window))
  readSync(file, bytes, 0, bytes.length, size - bytes.length)
  return bytes.toString('utf8')
}

function lastIn(text: string): Head | undefined {
  for (const line of text.split('\n').reverse()) {
    const read = Line.safeParse(parsed(line))
    if (read.success) return read.data
  }
  return undefined
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
