import { writeSync } from 'node:fs'

type Put = (bytes: Uint8Array) => number

/** A reader that is only busy takes more after a moment. */
const restMs = 10
const restsAtMost = 20
const sleeper = new Int32Array(new SharedArrayBuffer(4))

/** Lines for whoever reads what the program says; see {@link linesTo}. */
export type Lines = {
  /** Never throws: a line that nobody can take is lost, and the next one that is taken says how many. */
  write(line: string): void
  /** @throws what the write throws: the line, or a part of it, is not there. */
  writeOrThrow(line: string): void
}

/**
 * Lines that are written as they come, so that the last ones before an end are there. A full disk or a
 * reader that has gone must not end the program, nor turn what was done into an error. Each begins on a
 * line of its own, also after one that was cut off.
 * @param put writes some of the bytes and answers how many, or throws as `writeSync` does.
 */
export function linesTo(put: Put): Lines {
  let lost = 0
  // What was cut off must not swallow the line after it.
  let isCut = false
  function writeWhole(line: string, rests: number): void {
    const bytes = Buffer.from(isCut ? `\n${line}` : line)
    for (let from = 0; from < bytes.length; ) {
      from += patiently(put, bytes.subarray(from), rests)
      isCut = from < bytes.length
    }
  }
  return {
    writeOrThrow: (line) => writeWhole(line, restsAtMost),
    write(line) {
      // Nobody is waited for again who has let a line be lost.
      const rests = lost > 0 ? 0 : restsAtMost
      try {
        if (lost > 0) writeWhole(lossOf(lost), rests)
        lost = 0
        writeWhole(line, rests)
      } catch {
        lost += 1
      }
    },
  }
}

function lossOf(lost: number): string {
  const time = new Date().toISOString()
  return `${JSON.stringify({ level: 50, time, lost, msg: 'lines were lost' })}\n`
}

/** Waits for a reader that is busy; one that blocks is waited for by the system. */
function patiently(put: Put, bytes: Uint8Array, rests: number): number {
  for (let rested = 0; ; rested += 1) {
    try {
      return put(bytes)
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EAGAIN'
      if (!busy || rested === rests) throw error
      Atomics.wait(sleeper, 0, 0, restMs)
    }
  }
}

/** What the program says and logs. */
export const stdoutLines = linesTo((bytes) => writeSync(1, bytes))
