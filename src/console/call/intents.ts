import { Problem } from './problem.ts'

/** Sends what stands behind `contents` under the key of its intent. */
export type UnderKey = <Answer>(
  contents: unknown,
  send: (key: string) => Promise<Answer>,
) => Promise<Answer>

/** After these nobody knows what became of the act; everything else is an answer. */
function isUnknown(cause: unknown): boolean {
  return !(cause instanceof Problem) || cause.code === 'offline' || cause.code === 'internal'
}

/**
 * Remembers one intended act and its `Idempotency-Key`. Pressing again after a lost answer, with the
 * same contents, is the same intent and gets the same key, so the proxy sends nothing twice; after an
 * answer, or with other contents, it is a new one.
 */
export function intents(newKey: () => string): UnderKey {
  let held: { contents: string; key: string } | null = null
  return async (contents, send) => {
    const written = JSON.stringify(contents)
    const intent = held?.contents === written ? held : { contents: written, key: newKey() }
    held = intent
    try {
      const answer = await send(intent.key)
      held = null
      return answer
    } catch (cause) {
      if (!isUnknown(cause)) held = null
      throw cause
    }
  }
}
