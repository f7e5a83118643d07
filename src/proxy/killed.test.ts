import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellsOf } from './killed-cell.fixture.ts'
import { runOnDesk } from './killed-process.fixture.ts'
import type { SandboxOfItsOwn } from './sandbox-process.fixture.ts'
import { startSandboxProcess } from './sandbox-process.fixture.ts'

let sandbox: SandboxOfItsOwn
let folder: string
let desks: ReturnType<typeof cellsOf>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leaver-desk-killed-'))
  sandbox = await startSandboxProcess(300)
  desks = cellsOf(sandbox, folder)
})
afterAll(async () => {
  await desks?.close()
  await sandbox?.end()
  await rm(folder, { recursive: true, force: true })
})

test('a moment that nobody knows is an error, not a life that goes on', async () => {
  const { desk } = await desks.ready('before the first intents', 'suspend')
  const { code, said, errors } = await runOnDesk({ desk, kill: { moment: 'no such', death: 0 } })
  expect({ code, said }).toEqual({ code: 1, said: '' })
  expect(errors).toContain('there is no moment "no such"')
})

test('a moment that never comes is told as one that was not hit', async () => {
  const { desk } = await desks.ready('before the first intents', 'suspend')
  const moment = 'before the intents to end sessions'
  const { signal, said } = await runOnDesk({ desk, kill: { moment, death: 0 } })
  expect({ signal, said }).toEqual({ signal: null, said: 'not hit\n' })
})
