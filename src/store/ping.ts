import { setTimeout as after } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Whoever asks whether the database answers asks again soon, and is told soon that it does not. */
const patienceMs = 2_000

/**
 * Resolves when the database answers. Error: it does not, or not within two seconds. While one question
 * has no answer nobody puts another, so that questions do not use up the connections.
 */
export function pingOf(db: Db): () => Promise<void> {
  let asked: Promise<unknown> | undefined
  return async () => {
    asked ??= sql`select 1`.execute(db).finally(() => {
      asked = undefined
    })
    const answered = new AbortController()
    const silent = after(patienceMs, undefined, { signal: answered.signal }).then(
      () => {
        throw new Error(`the database did not answer within ${patienceMs} ms`)
      },
      () => undefined,
    )
    try {
      await Promise.race([asked, silent])
    } finally {
      answered.abort()
    }
  }
}
