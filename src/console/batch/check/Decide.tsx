import { styled } from '@mui/material/styles'
import { isHeld } from '#console/batch/sum.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow, Decision } from '#contract/batch-row.ts'
import type { Deciding } from './useDecide.ts'
import { whoOf } from './who.ts'
import { checkWords } from './words.ts'

const Acts = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 4,
  color: theme.vars.palette.text.secondary,
}))

type DecideProps = {
  row: BatchRow
  /** Absent for whoever only reads. */
  deciding?: Deciding
  onChoose: (row: BatchRow) => void
}

/** The decision on a held row, which can be taken back; whoever only reads sees what was decided. */
export function Decide({ row, deciding, onChoose }: DecideProps) {
  const words = useWords(checkWords)
  const held = isHeld(row.verdict)
  const mayChoose = row.candidates.length > 0 && deciding !== undefined
  if (!held && !mayChoose) return null
  const who = whoOf(row, words.theRow)
  const { decision } = row
  return (
    <Acts>
      {held && decision !== null && words.decided[decision]}
      {mayChoose && decision === null && (
        <Button
          size="small"
          variant={row.verdict === 'ambiguous' ? 'outlined' : 'text'}
          color="inherit"
          aria-haspopup="dialog"
          aria-label={words.chooseWho(who)}
          onClick={() => onChoose(row)}
        >
          {words.choose}
        </Button>
      )}
      {held && deciding !== undefined && <Buttons row={row} who={who} deciding={deciding} />}
    </Acts>
  )
}

/** The button that was pressed turns into the one that takes it back, and so keeps the focus. */
function Buttons({ row, who, deciding }: { row: BatchRow; who: string; deciding: Deciding }) {
  const words = useWords(checkWords)
  const { decision, verdict, userId } = row
  const isBusy = deciding.isBusy(row)
  const button = (which: Decision, word: string, label: string) => (
    <Button
      key={which}
      size="small"
      variant={which === 'accepted' && decision === null ? 'outlined' : 'text'}
      color="inherit"
      aria-label={decision === null ? label : words.undoWho(who)}
      aria-disabled={isBusy}
      onClick={() => deciding.decide(row, decision === null ? which : null)}
    >
      {decision === null ? word : words.undo}
    </Button>
  )
  // Nobody can be let go before it is known who they are.
  const mayAccept = verdict !== 'ambiguous' && userId !== null
  return (
    <>
      {mayAccept &&
        decision !== 'left_out' &&
        button('accepted', words.accept, words.acceptWho(who))}
      {decision !== 'accepted' && button('left_out', words.leaveOut, words.leaveOutWho(who))}
    </>
  )
}
