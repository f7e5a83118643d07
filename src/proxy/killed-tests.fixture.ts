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
const atOnce = 2
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
  let sandbox: SandboxOfItsOwn
  let folder: string
  let at: ReturnType<typeof cellsOf>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leaver-desk-killed-'))
    sandbox = await startSandboxProcess(poolSize)
    at = cellsOf(sandbox, folder)
    for (const name of names) cells.set(name, await at.ready(name, kind, endSessions))
    await sandbox.switches({ faults: faultsIn([...cells.values()]) })
  }, patienceMs)
  afterAll(async () => {
    await at.close()
    await sandbox.end()
    await rm(folder, { recursive: true, force: true })
  })

  describe(`a batch of kind ${kind}${endSessions ? ' that ends sessions' : ''}, killed`, () => {
    test.concurrent.each(names)('%s', { timeout: patienceMs }, async (name) => {
      const cell = cells.get(name)
      if (!cell) throw new Error(`nothing is ready for ${name}`)
      const { deaths, lived, state, outcomes, broken } = await turn(() => at.killed(cell))
      for (const [index, { signal, said, errors }] of deaths.entries()) {
        expect({ signal, said, errors }).toEqual({
          signal: 'SIGKILL',
          said: `hit: ${name}, ${index}\n`,
          errors: '',
        })
      }
      hit.add(name)
      const stops = moments[name]?.press?.what === 'stop'
      const end = stops ? 'stopped' : 'finished'
      expect(lived).toEqual({ code: 0, signal: null, said: `ended: ${end}\n`, errors: '' })
      expect(broken).toEqual([])
      expect(state).toBe(end)
      const { userIds } = cell.desk.list
      const all = userIds.length
      expect(outcomes).toEqual(stops ? { done: canary, not_started: all - canary } : { done: all })
    })

    test('at twenty moments or more, each of them reached', () => {
      expect([...hit].sort()).toEqual(names.toSorted())
      if (!endSessions) expect(hit.size).toBeGreaterThanOrEqual(leastMoments)
    })
  })
}
