import { expect, test } from 'vitest'
import { openLog } from './log.ts'
import { windDown } from './wind-down.ts'

/** Stops something of which requests and work end only when told. */
function stoppingOf() {
  const requests = Promise.withResolvers<void>()
  const work = Promise.withResolvers<void>()
  const grace = Promise.withResolvers<void>()
  const stopping = new AbortController()
  const seen: string[] = []
  const done = windDown({
    listening: {
      port: 0,
      stop() {
        seen.push(stopping.signal.aborted ? 'stop after the signal' : 'stop before the signal')
        return requests.promise
      },
      cut: () => seen.push('cut'),
    },
    running: { ended: () => work.promise },
    stopping,
    clock: {
      sleep(ms) {
        seen.push(`wait ${ms}`)
        return grace.promise
      },
    },
    log: openLog('silent'),
  })
  return { requests, work, grace, seen, done }
}

test('Nothing new is sent, and what is under way ends first', async () => {
  const { requests, work, seen, done } = stoppingOf()
  requests.resolve()
  work.resolve()
  await done
  expect(seen).toEqual(['stop after the signal', 'wait 8000', 'cut'])
})

test('After eight seconds nobody is waited for', async () => {
  const { grace, seen, done } = stoppingOf()
  grace.resolve()
  await done
  expect(seen.at(-1)).toBe('cut')
})
