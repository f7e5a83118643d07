import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import { Above, DialogFoot, Head, Middle, Sheet } from '#console/dialog/frame.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { Announcer } from '#console/frame/announce.tsx'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import { Candidates } from './Candidates.tsx'
import { checkWords } from './words.ts'

const Wide = styled(Sheet)({ '& .MuiDialog-paper': { width: 1040 } })

type ChooseDialogProps = { batchId: number; row: BatchRow; onClose: () => void }

/** Several users match one row: the reader says which of them is meant, or none for now. */
export function ChooseDialog({ batchId, row, onClose }: ChooseDialogProps) {
  const words = useWords(checkWords)
  const { cancel } = useWords(dialogWords)
  const titleId = useId()
  const choosing = useBatchAct(
    batchId,
    (userId: string, key) =>
      call('chooseUser', { params: { batchId, row: row.row }, body: { userId } }, { key }),
    { onDone: onClose },
  )
  const { isPending, variables, error } = choosing
  const close = () => {
    if (!isPending) onClose()
  }
  return (
    <Wide
      open
      aria-labelledby={titleId}
      transitionDuration={{ enter: 160, exit: 0 }}
      onClose={close}
    >
      <Head>
        <h2 id={titleId}>{words.chooseTitle}</h2>
        <p>
          <span>{words.rowNumber(row.row)}</span>
          <code>
            <Visible text={row.given} />
          </code>
          {row.givenName !== null && (
            <span>
              {words.listName} <Visible text={row.givenName} />
            </span>
          )}
        </p>
      </Head>
      <Middle>
        <Candidates
          row={row}
          sending={isPending ? variables : null}
          onChoose={(userId) => {
            if (!isPending) choosing.mutate(userId)
          }}
        />
      </Middle>
      {error !== null && (
        <Above>
          <ProblemNote what={words.notChosen} problem={error} />
        </Above>
      )}
      <DialogFoot>
        <Button variant="text" color="inherit" autoFocus onClick={close} aria-disabled={isPending}>
          {cancel}
        </Button>
      </DialogFoot>
      <Announcer />
    </Wide>
  )
}
