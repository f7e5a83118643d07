import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import { QuietDialog } from '#console/dialog/QuietDialog.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { Button } from '#console/frame/Button.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import { Candidates } from './Candidates.tsx'
import { checkWords } from './words.ts'

type ChooseDialogProps = { batchId: number; row: BatchRow; onClose: () => void }

/** Several users match one row: the reader says which of them is meant, or none for now. */
export function ChooseDialog({ batchId, row, onClose }: ChooseDialogProps) {
  const words = useWords(checkWords)
  const { cancel } = useWords(dialogWords)
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
    <QuietDialog
      title={words.chooseTitle}
      about={
        <>
          <span>{words.rowNumber(row.row)}</span>
          <code>
            <Visible text={row.given} />
          </code>
          {row.givenName !== null && (
            <span>
              {words.listName} <Visible text={row.givenName} />
            </span>
          )}
        </>
      }
      failed={{ what: words.notChosen, problem: error }}
      foot={
        <Button variant="text" color="inherit" autoFocus onClick={close} aria-disabled={isPending}>
          {cancel}
        </Button>
      }
      isWide
      onClose={close}
    >
      <Candidates
        row={row}
        sending={isPending ? variables : null}
        onChoose={(userId) => {
          if (!isPending) choosing.mutate(userId)
        }}
      />
    </QuietDialog>
  )
}
