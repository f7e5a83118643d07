import { dialogWords } from '#console/dialog/words.tsx'
import type { Fresh } from '#console/session/fresh.ts'
import type { Still } from '#console/session/session.tsx'
import { readOnlyWords } from '#console/text/read-only-words.ts'
import { useWords } from '#console/words/language.tsx'

type Keeping = {
  /** Why nothing is sent to GenAuth at all. */
  still: Still | null
  /** What has to be filled in first; `nothing`: there is no field. */
  waiting: string | null | undefined | { nothing: true }
  fresh: Pick<Fresh, 'isNeeded' | 'hasFailed'>
}

/** What stands beside a button: why it is closed, or that a sign-in comes first; null: nothing. */
export function useMissing({ still, waiting, fresh }: Keeping): string | null {
  const stopped = useWords(readOnlyWords)
  const dialog = useWords(dialogWords)
  if (still !== null) return stopped[still]
  if (typeof waiting === 'string') return waiting
  if (!fresh.isNeeded) return null
  const comes = waiting ? dialog.signsInFirst : dialog.signsIn
  return fresh.hasFailed ? `${dialog.notSignedIn} ${comes}` : comes
}
