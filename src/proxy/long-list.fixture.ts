import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { listFileLimit } from '#contract/limits.ts'
import { clock } from './clock.ts'
import { asked } from './desk.fixture.ts'
import { chenJing, DeskOnDisk, openWorld } from './desk-on-disk.fixture.ts'
import { handlers } from './handlers.ts'
import { resume } from './runner.ts'
import { seeThrough, stepsOn } from './steps.fixture.ts'

/**
 * A process that runs one long list after the other, as it is told on stdin: a JSON object a line with
 * the external ids that exist, and how many more rows there are to be. Started by Node with its desk
 * as JSON in DESK. It says one line after each list, so that whoever listens can look at its memory.
 */
const Told = z.object({ exist: z.array(z.string()), rows: z.int().min(1) })

const boundMs = 600_000

const desk = DeskOnDisk.parse(JSON.parse(process.env.DESK ?? ''))
const { world, close } = await openWorld(desk)
const running = await resume(world)
const does = handlers(world)
const caller = await chenJing(world)

/** The ids that exist, evenly among those that do not. */
function* linesOf({ exist, rows }: z.infer<typeof Told>): Generator<string> {
  const every = Math.floor(rows / exist.length)
  for (let row = 0; row < rows; row += 1) {
    const known = row % every === 0 ? exist[row / every] : undefined
    yield known ?? `nobody-${row}`
  }
}

async function* bytesOf(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(`${line}\n`)
}

async function runLong(told: z.infer<typeof Told>): Promise<object> {
  const at = clock.now().toISOString()
  const upload = await world.store.lists.receive(bytesOf(linesOf(told)), listFileLimit, at)
  const query = { kind: 'suspend' as const, source: 'file' as const, name: 'leavers.csv' }
  const { batchId } = await does.addList(asked(caller, { query, upload }))
  const { lists } = await does.getLists(asked(caller, { params: { batchId } }))
  const listId = lists[0]?.listId ?? ''
  const columns = { header: false, idColumn: 0, nameColumn: null, idKind: 'external_id' as const }
  await does.setColumns(asked(caller, { params: { batchId, listId }, body: columns }))
  const list = { kind: 'suspend' as const, endSessions: false, userIds: [] }
  const { state } = await seeThrough(await stepsOn(world, list, batchId, boundMs))
  const { verdicts, outcomes } = await world.store.batches.tallies(batchId)
  return { state, verdicts, outcomes }
}

writeSync(1, '{}\n')
for await (const line of createInterface({ input: process.stdin })) {
  const ended = await runLong(Told.parse(JSON.parse(line)))
  writeSync(1, `${JSON.stringify(ended)}\n`)
}
await running.ended()
await close()
