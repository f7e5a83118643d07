import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import { DeskOnDisk, openWorld } from './desk-on-disk.fixture.ts'
import type { Moment } from './killed-moments.fixture.ts'
import { moments } from './killed-moments.fixture.ts'
import { tappedWorld } from './killed-taps.fixture.ts'
import { resume } from './runner.ts'
import type { Steps } from './steps.fixture.ts'
import { seeThrough, stepsOn } from './steps.fixture.ts'
import type { World } from './world.ts'

/**
 * One process on a desk: it goes on with the batch, and kills itself at a moment, or, without one,
 * ends when the batch has. Started by Node with all of this as JSON in KILLED.
 */
const Order = z.object({
  desk: DeskOnDisk,
  /** The name of a moment, and which of its deaths this is to be, from 0; null: it is to live. */
  kill: z.object({ moment: z.string(), death: z.int().min(0) }).nullable(),
})
export type Order = z.infer<typeof Order>

/** A moment that has not come by then does not come. */
const patienceMs = 20_000

const { desk, kill } = Order.parse(JSON.parse(process.env.KILLED ?? ''))
const moment = kill === null ? null : momentOf(kill.moment)
const death = moment && kill ? [moment, ...(moment.again ?? [])][kill.death] : null

function momentOf(name: string): Moment {
  const known = Object.hasOwn(moments, name) ? moments[name] : undefined
  if (!known) throw new Error(`there is no moment ${JSON.stringify(name)}`)
  return known
}

/** Says so, and is gone: nothing more of this process runs. */
async function die(): Promise<void> {
  writeSync(1, `hit: ${kill?.moment}, ${kill?.death}\n`)
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => undefined)
}

/** Until GenAuth has the call and has decided what becomes of it. */
async function arrived(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${desk.pool.host}/sandbox/ledger`)
    const ledger: LedgerEntry[] = await answer.json()
    const first = desk.list.userIds[0] ?? ''
    if (ledger.some(({ ids, withheld }) => withheld && ids.includes(first))) return
    await wait(20)
  }
}

const passed = new Map<string, number>()
const pressed = Promise.withResolvers<void>()
const { world: plain, close } = await openWorld(desk)
const world: World = tappedWorld(plain, pass)
const steps = await stepsOn(world, desk.list)

async function pass(tap: string): Promise<void> {
  const times = (passed.get(tap) ?? 0) + 1
  passed.set(tap, times)
  if (moment?.press?.at === tap && times === 1 && kill?.death === 0) {
    await (moment.press.what === 'pause' ? steps.pause() : steps.stop())
    pressed.resolve()
  }
  if (death?.at !== tap || times !== (death.nth ?? 1)) return
  if (tap.startsWith('during')) await arrived()
  await die()
}

/** What leads up to the moment, in the process that dies there. */
async function leadUp(current: Steps): Promise<void> {
  switch (moment?.scene ?? 'running') {
    case 'listing':
      await current.plan()
      break
    case 'confirming':
      await current.confirm()
      break
    case 'starting':
      await current.start()
      break
    case 'looking again':
      await current.recheck()
      break
    case 'running':
      break
  }
}

/** The batch goes on by itself, or nobody does anything more with it. */
async function waitToBeKilled(): Promise<void> {
  if (death?.at === 'while paused') {
    await pressed.promise
    await running.ended()
    await pass('while paused')
  }
  await Promise.race([endOfScene(), wait(patienceMs, undefined, { ref: false })])
}

async function endOfScene(): Promise<void> {
  if (moment?.scene === 'looking again') return steps.rechecked()
  await steps.reached(...(moment?.scene === 'listing' ? ['checked'] : ['finished', 'stopped']))
}

const running = await resume(world)
if (kill === null) {
  const { state } = await seeThrough(steps)
  writeSync(1, `ended: ${state}\n`)
} else {
  if (kill.death === 0) await leadUp(steps)
  await waitToBeKilled()
  writeSync(1, 'not hit\n')
}
await close()
process.exit(0)
