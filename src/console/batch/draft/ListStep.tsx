import { ListBlock, type ListBlockProps } from '#console/batch/list/ListBlock.tsx'
import { ListSummary } from '#console/batch/list/ListSummary.tsx'
import { listWords } from '#console/batch/list/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { Step } from './Step.tsx'
import { draftWords } from './words.ts'

type ListStepProps = ListBlockProps & {
  open: boolean
  /** Whether the question about it is open below, for a list that nobody can change any more. */
  isAsked: boolean
  /** Absent: the list stays closed. */
  onOpen?: () => void
}

/** What is to be done, and to whom: a block while somebody is at it, one line otherwise. */
export function ListStep({ open, isAsked, onOpen, ...block }: ListStepProps) {
  const words = useWords(draftWords)
  const { edit, show } = useWords(listWords)
  const { batch, mayEdit } = block.draft
  if (open || batch === null) {
    return (
      <Step number={1} name={words.list} state="now" lands>
        <ListBlock {...block} />
      </Step>
    )
  }
  return (
    <Step
      number={1}
      name={words.list}
      state="done"
      head={
        <>
          <ListSummary batch={batch} brief={isAsked} />
          {onOpen !== undefined && (
            <span className="aside">
              <Button variant="text" onClick={onOpen}>
                {mayEdit ? edit : show}
              </Button>
            </span>
          )}
        </>
      }
    />
  )
}
