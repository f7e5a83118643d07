import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { childEnv } from './child-env.fixture.ts'
import type { Order } from './killed.fixture.ts'

const script = join(import.meta.dirname, 'killed.fixture.ts')

/** How a process on a desk ended, and what it said. */
export type Death = {
  code: number | null
  signal: NodeJS.Signals | null
  said: string
  errors: string
}

/** Starts a process on a desk and waits for its end. */
export async function runOnDesk(order: Order): Promise<Death> {
  const child = spawn(process.execPath, [script], {
    env: { ...childEnv, KILLED: JSON.stringify(order) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<Pick<Death, 'code' | 'signal'>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const [said, errors, how] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { ...how, said, errors }
}

/** So many at once; the others wait for their turn. */
export function turns(width: number) {
  let free = width
  const waiting: (() => void)[] = []
  return async <R>(work: () => Promise<R>): Promise<R> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resume) => waiting.push(resume))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
