import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Change } from './change.ts'

/** Where changes are kept so that a restart brings nobody back. */
export type Journal = {
  /** What was kept before, the oldest first. */
  kept: readonly Change[]
  /** Returns once the changes are on disk. */
  append(changes: readonly Change[]): void
  close(): void
}

const Line = z.array(Change)

const nothing = () => undefined
const inMemory: Journal = { kept: [], append: nothing, close: nothing }

function changesIn(line: string): Change[] | undefined {
  try {
    return Line.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/**
 * Opens the journal, one line per call. A last line that was cut off by the end of the process was
 * never answered, so it is taken off.
 * @throws Error when a line in the middle cannot be read: the file is something else, or damaged.
 */
export function openJournal(file: string | undefined): Journal {
  if (file === undefined) return inMemory
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(file, 'a+', 0o600)
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const kept = whole
    .split('\n')
    .slice(0, -1)
    .map((line, i) => {
      const changes = changesIn(line)
      if (!changes) throw new Error(`${file}, line ${i + 1}, is not a change of the sandbox.`)
      return changes
    })
  if (whole !== text) ftruncateSync(handle, Buffer.byteLength(whole))
  return {
    kept: kept.flat(),
    append(changes) {
      if (changes.length === 0) return
      writeSync(handle, `${JSON.stringify(changes)}\n`)
      fsyncSync(handle)
    },
    close: () => closeSync(handle),
  }
}
