import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { BatchKind } from '#contract/batch.ts'
import { openGenAuth } from '#genauth/client.ts'
import type { Fault } from '#sandbox/fault.ts'
import type { DeskOnDisk } from './desk-on-disk.fixture.ts'
import { openWorld } from './desk-on-disk.fixture.ts'
import type { Judgement } from './judged.fixture.ts'
import { judge } from './judged.fixture.ts'
import type { Moment } from './killed-moments.fixture.ts'
import { moments } from './killed-moments.fixture.ts'
import type { Death } from './killed-process.fixture.ts'
import { runOnDesk } from './killed-process.fixture.ts'
import { freshPeople } from './pool-people.fixture.ts'
import { resume } from './runner.ts'
import type { SandboxOfItsOwn } from './sandbox-process.fixture.ts'
import { seeThrough, stepsOn } from './steps.fixture.ts'
import { operationsOf, statusBefore } from './witness-evidence.fixture.ts'

/** The canary and a chunk after it. */
const listLength = 8

/** A desk with a list on it, made ready for one moment. */
export type Cell = {
  name: string
  desk: DeskOnDisk /** The ledger's end when it was ready. */
  since: number
}

/** How each process ended, the last of which lived, and what became of the list. */
export type Ended = Judgement & { deaths: Death[]; lived: Death }

/** Makes desks in a folder, kills processes on them, and says what became of their lists. */
export function cellsOf(sandbox: SandboxOfItsOwn, folder: string) {
  const { host, accessKeyId, accessKeySecret } = sandbox
  const pool = { host, accessKeyId, accessKeySecret }
  const genauth = openGenAuth({ ...pool, signature: 'authing', timeoutMs: 10_000 })
  const people = freshPeople(genauth, sandbox)

  /** Brings a list of a kind to where the moment's story begins. */
  async function ready(name: string, kind: BatchKind, endSessions = false): Promise<Cell> {
    const room = await mkdtemp(join(folder, 'desk-'))
    const userIds = await people(listLength, statusBefore(kind, endSessions), endSessions)
    const desk = {
      databaseUrl: `file:${join(room, 'desk.db')}`,
      heads: join(room, 'heads'),
      pool,
      timeoutMs: 1_000,
      settleMs: 300,
      list: { kind, userIds, endSessions },
    }
    const { scene = 'running' } = moments[name] ?? {}
    const { world, close } = await openWorld(desk)
    const running = await resume(world)
    if (kind === 'reactivate') {
      await seeThrough(await stepsOn(world, { ...desk.list, kind: 'suspend' }))
    }
    const since = (await sandbox.ledger()).at(-1)?.seq ?? 0
    const steps = await stepsOn(world, desk.list)
    if (scene === 'looking again') await seeThrough(steps)
    else if (scene !== 'listing') {
      await steps.plan()
      await steps.reached('checked')
      if (scene !== 'confirming') await steps.confirm()
    }
    await running.ended()
    await close()
    if (scene === 'running') await startQuietly(desk)
    return { name, desk, since }
  }

  /** Kills one process after the other, as the moment says, and lets the last one go on to the end. */
  async function killed({ name, desk, since }: Cell): Promise<Ended> {
    const deaths: Death[] = []
    for (let death = 0; death <= (moments[name]?.again ?? []).length; death += 1) {
      deaths.push(await runOnDesk({ desk, kill: { moment: name, death } }))
    }
    const lived = await runOnDesk({ desk, kill: null })
    return { deaths, lived, ...(await judged(desk, since)) }
  }

  async function judged(desk: DeskOnDisk, since: number): Promise<Judgement> {
    const ledger = await sandbox.ledger(since)
    const { world, close } = await openWorld(desk)
    try {
      const batch = await (await stepsOn(world, desk.list)).found()
      return await judge(world, genauth, batch, desk.list, ledger)
    } finally {
      await close()
    }
  }

  return { ready, killed, close: () => genauth.close() }
}

/** Written down as started, by a process in which nothing runs. */
async function startQuietly(desk: DeskOnDisk): Promise<void> {
  const { world, close } = await openWorld(desk)
  await (await stepsOn(world, desk.list)).start()
  await close()
}

/** What is to go wrong at GenAuth in these cells, each with the first of its own list. */
export function faultsIn(cells: readonly Cell[]): Pick<Fault, 'behave'>[] {
  return cells.flatMap(({ name, desk: { list } }) => {
    const fault: Moment['fault'] = moments[name]?.fault
    if (!fault) return []
    const call = moments[name]?.at.endsWith('signs out')
      ? 'kick-users'
      : operationsOf(list).act.call
    return { call, userId: list.userIds[0] ?? '', ...fault }
  })
}
