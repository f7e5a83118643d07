import { useRef } from 'react'
import { Problem } from './problem.ts'

/** After these nobody knows what became of the act; everything else is an answer. */
function isUnknown(cause: unknown): boolean {
  return !(cause instanceof Problem) || cause.code === 'offline' || cause.code === 'internal'
}

/**
 * Sends an act under the `Idempotency-Key` of its intent. Pressing again after a lost answer, with
 * the same contents, is the same intent and gets the same key, so the proxy sends nothing twice;
 * after an answer, or with other contents, it is a new one.
 */
export function useActKey(): <Answer>(
  contents: unknown,
  send: (key: string) => Promise<Answer>,
) => Promise<Answer> {
  const held = useRef<{ contents: string; key: string } | null>(null)
  return async (contents, send) => {
    const written = JSON.stringify(contents)
    const intent =
      held.current?.contents === written
        ? held.current
        : { contents: written, key: crypto.randomUUID() }
    held.current = intent
    try {
      const answer = await send(intent.key)
      held.current = null
      return answer
    } catch (cause) {
      if (!isUnknown(cause)) held.current = null
      throw cause
    }
  }
}
