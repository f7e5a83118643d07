import { expect, test } from 'vitest'
import { linesTo } from './stdout-lines.ts'

function failing(code: string) {
  return Object.assign(new Error(code), { code })
}

/** A reader that takes so many bytes at a time, unless it fails as it is told to. */
function reader() {
  let taken = ''
  let failure: Error | null = null
  let busy = 0
  return {
    put(bytes: Uint8Array) {
      if (failure) throw failure
      if (busy > 0) {
        busy -= 1
        throw failing('EAGAIN')
      }
      taken += Buffer.from(bytes.subarray(0, 5)).toString()
      return Math.min(5, bytes.length)
    },
    fail(code: string | null) {
      failure = code === null ? null : failing(code)
    },
    rest(times: number) {
      busy = times
    },
    taken: () => taken,
    /** Somebody has made room. */
    forget() {
      taken = ''
    },
  }
}

test('A line is taken whole, however little is taken at a time', () => {
  const to = reader()
  linesTo(to.put).write('{"msg":"十个字"}\n')
  expect(Buffer.byteLength(to.taken())).toBeGreaterThan(5)
  expect(to.taken().endsWith('"}\n')).toBe(true)
})

test('A reader that is only busy is waited for', () => {
  const to = reader()
  to.rest(2)
  linesTo(to.put).write('line\n')
  expect(to.taken()).toBe('line\n')
})

test.each(['ENOSPC', 'EPIPE', 'EAGAIN'])(
  'After %s nothing is thrown, and it is said later how many lines were lost',
  (code) => {
    const to = reader()
    const lines = linesTo(to.put)
    to.fail(code)
    for (const line of ['one\n', 'two\n', 'three\n']) lines.write(line)
    to.fail(null)
    lines.write('four\n')
    lines.write('five\n')
    const [loss = '', ...rest] = to.taken().split('\n')
    expect(JSON.parse(loss)).toMatchObject({ level: 50, lost: 3, msg: 'lines were lost' })
    expect(rest).toEqual(['four', 'five', ''])
  },
)

test('Whoever needs a line to be there is told that it is not', () => {
  const to = reader()
  to.fail('ENOSPC')
  expect(() => linesTo(to.put).writeOrThrow('head\n')).toThrow('ENOSPC')
})

test('After a line that was cut off the next begins on a line of its own', () => {
  const to = reader()
  const lines = linesTo((bytes) => {
    if (to.taken() === 'a hea') throw failing('ENOSPC')
    return to.put(bytes)
  })
  expect(() => lines.writeOrThrow('a head\n')).toThrow('ENOSPC')
  to.forget()
  lines.writeOrThrow('the next\n')
  expect(to.taken()).toBe('\nthe next\n')
})
