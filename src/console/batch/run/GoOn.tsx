import type { As, useFollowUp } from '#console/batch/useFollowUp.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { resultWords } from './result-words.ts'

type GoOnProps = { batch: Batch; going: ReturnType<typeof useFollowUp> }

/** The way back from a batch that suspended, and the way on from one that suspended or resigned. */
export function GoOn({ batch: { kind, outcomes, verdicts }, going }: GoOnProps) {
  const words = useWords(resultWords)
  const so = outcomes.done + outcomes.already_so + verdicts.already_so
  const button = (as: As, word: string, variant: 'outlined' | 'text') => (
    <Button
      variant={variant}
      color="inherit"
      onClick={() => {
        if (!going.isPending) going.mutate(as)
      }}
      aria-disabled={going.isPending}
    >
      {going.isPending && going.variables === as ? words.making : word}
    </Button>
  )
  return (
    <>
      {kind === 'suspend' &&
        outcomes.done > 0 &&
        button('reactivate', words.reactivateAll(outcomes.done), 'outlined')}
      {kind === 'suspend' && so > 0 && button('resign', words.resign, 'text')}
      {kind === 'resign' && so > 0 && button('delete', words.delete, 'text')}
    </>
  )
}
