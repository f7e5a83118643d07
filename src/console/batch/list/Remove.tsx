import { announce } from '#console/frame/announce.tsx'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { useRemove } from './useChange.ts'
import type { Draft } from './useDraft.ts'
import { listWords } from './words.ts'

/** Takes one list out of the draft. */
export function Remove({ draft, listId, name }: { draft: Draft; listId: string; name: string }) {
  const words = useWords(listWords)
  const removing = useRemove(draft)
  return (
    <>
      <Button
        size="small"
        variant="text"
        color="inherit"
        aria-label={words.removeWhat(name)}
        aria-disabled={removing.isPending}
        onClick={() => {
          if (removing.isPending) return
          removing.mutate(listId, { onSuccess: () => announce(words.removed(name)) })
        }}
      >
        {words.remove}
      </Button>
      {removing.error !== null && <ProblemNote what={words.notChanged} problem={removing.error} />}
    </>
  )
}
