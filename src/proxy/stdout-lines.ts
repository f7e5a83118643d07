import { writeSync } from 'node:fs'

type Put = (bytes: Uint8Array) => number

/** A reader that is only busy takes more after a moment. */
const restMs = 10
const rests = 20
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
 * reader that has gone must not end the program, nor turn what was done into an error.
 * @param put writes some of the bytes and answers how many, or throws as `writeSync` does.
 */
export function linesTo(put: Put): Lines {
  let lost = 0
  function writeOrThrow(line: string): void {
    const bytes = Buffer.from(line)
    for (let from = 0; from < bytes.length; ) from += patiently(put, bytes.subarray(from), lost > 0)
  }
  return {
    writeOrThrow,
    write(line) {
      try {
        if (lost > 0)
          writeOrThrow(`\n${JSON.stringify({ level: 50, lost, msg: 'lines were lost' })}\n`)
        lost = 0
        writeOrThrow(line)
      } catch {
        lost += 1
      }
    },
  }
}

/** Waits for a reader that is busy, but not again for one that has let a line be lost. */
function patiently(put: Put, bytes: Uint8Array, hurried: boolean): number {
  for (let rested = 0; ; rested += 1) {
    try {
      return put(bytes)
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EAGAIN'
      if (!busy || hurried || rested === rests) throw error
      Atomics.wait(sleeper, 0, 0, restMs)
    }
  }
}

/** What the program says and logs. */
export const stdoutLines = linesTo((bytes) => writeSync(1, bytes))
