import { Refused } from '#proxy/refused.ts'

/** A list of which nothing is kept. `sentence` says in a person's words what is wrong with it, and where. */
export function unreadable(sentence: string, cause?: unknown): Refused {
  return new Refused('list_unreadable', sentence, { cause })
}
