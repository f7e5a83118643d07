import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BatchKind } from '#contract/batch.ts'
import type { Cell } from './killed-cell.fixture.ts'
import { cellsOf, faultsIn } from './killed-cell.fixture.ts'
import type { Moment } from './killed-moments.fixture.ts'
import { turns } from './killed-process.fixture.ts'
import type { SandboxOfItsOwn } from './sandbox-process.fixture.ts'
import { startSandboxProcess } from './sandbox-process.fixture.ts'

const poolSize = 6_000
/** Rows that a batch sends before it is stopped here. */
const canary = 5
const atOnce = 3
const leastMoments = 20
/** Of a test that waits for its turn among all the others. */
const patienceMs = 900_000

/**
 * Declares a test for each moment: a process is killed there, the next one goes on, and GenAuth's own
 * ledger and the audit chain tell whether anybody was lost, repeated blindly, or told wrongly of.
 */
export function killedAtEach(
  kind: BatchKind,
  moments: Readonly<Record<string, Moment>>,
  endSessions = false,
): void {
  const names = Object.keys(moments)
  const hit = new Set<string>()
  const cells = new Map<string, Cell>()
  const turn = turns(atOnce)
  let sandbox: SandboxOfItsOwn | undefined
  let folder: string
  let desks: ReturnType<typeof cellsOf> | undefined

  describe(`a batch of kind ${kind}${endSessions ? ' that ends sessions' : ''}, killed`, () => {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'leaver-desk-killed-'))
      const pool = await startSandboxProcess(poolSize)
      sandbox = pool
      desks = cellsOf(pool, folder)
      for (const name of names) cells.set(name, await desks.ready(name, kind, endSessions))
      await pool.switches({ faults: faultsIn([...cells.values()]) })
    }, patienceMs)
    afterAll(async () => {
      await desks?.close()
      await sandbox?.end()
      await rm(folder, { recursive: true, force: true })
    })

    test.concurrent.each(names)('%s', { timeout: patienceMs }, async (name) => {
      const cell = cells.get(name)
      if (!cell || !desks) throw new Error(`nothing is ready for ${name}`)
      const { killed } = desks
      const { deaths, lived, state, outcomes, broken, writes } = await turn(() => killed(cell))
      for (const [index, { signal, said, errors }] of deaths.entries()) {
        expect({ signal, said, errors }).toEqual({
          signal: 'SIGKILL',
          said: `hit: ${name}, ${index}\n`,
          errors: '',
        })
      }
      hit.add(name)
      const moment = moments[name] ?? { at: '' }
      const { length } = cell.desk.list.userIds
      const end = moment.press?.what === 'stop' ? 'stopped' : 'finished'
      expect(lived).toEqual({ code: 0, signal: null, said: `ended: ${end}\n`, errors: '' })
      expect({ state, outcomes, broken }).toEqual({
        state: end,
        outcomes: outcomesAfter(moment, length),
        broken: [],
      })
      if (!endSessions) {
        expect(writes.reduce((sum, ids) => sum + ids, 0)).toBe(sendsIn(moment, length))
      }
    })

    test('at twenty moments or more, each of them reached', () => {
      expect([...hit].sort()).toEqual(names.toSorted())
      if (!endSessions) expect(hit.size).toBeGreaterThanOrEqual(leastMoments)
    })
  })
}

function outcomesAfter({ press, usedUp }: Moment, rows: number): Record<string, number> {
  if (press?.what === 'stop') return { done: canary, not_started: rows - canary }
  return usedUp ? { done: rows - 1, not_confirmed: 1 } : { done: rows }
}

/**
 * How many ids GenAuth is sent: each once, and once more those of a call that was not applied. Of one
 * whose sends are used up the last has never left.
 */
function sendsIn({ press, fault, usedUp }: Moment, rows: number): number {
  if (press?.what === 'stop') return canary
  if (usedUp) return fault ? rows : rows - 1
  if (!fault || fault.afterApplying || fault.behave === 'late') return rows
  return rows + (fault.behave === 'lie' ? 1 : canary)
}
