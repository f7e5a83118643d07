import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { groupSums, verdictGroups } from '#console/batch/sum.ts'
import { verdictLooks } from '#console/chip/VerdictChip.tsx'
import { verdictWords } from '#console/chip/verdict-words.ts'
import { FilterChip } from '#console/table/FilterChip.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import type { Verdict } from '#contract/batch-row.ts'
import { checkWords } from './words.ts'

const Groups = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '12px 20px',
  '& > fieldset': { border: 0, margin: 0, padding: 0, minWidth: 0 },
  '& > fieldset + fieldset': {
    paddingLeft: 20,
    borderLeft: `1px solid ${theme.vars.palette.divider}`,
  },
  '& legend': {
    ...theme.typography.caption,
    padding: 0,
    marginBottom: 6,
    color: theme.vars.palette.text.secondary,
  },
  '& legend strong': { fontWeight: 600, color: theme.vars.palette.text.primary },
  '& .chips': { display: 'flex', flexWrap: 'wrap', gap: 8 },
  [theme.breakpoints.down('md')]: {
    '& > fieldset + fieldset': { paddingLeft: 0, borderLeft: 0 },
  },
}))

type VerdictChipsProps = {
  batch: Batch
  chosen: Verdict | null
  onChoose: (verdict: Verdict | null) => void
}

/** Verdicts in three groups whose sums are labels; a chip filters the rows, pressed again it lets go. */
export function VerdictChips({ batch, chosen, onChoose }: VerdictChipsProps) {
  const words = useWords(checkWords)
  const verdicts = useWords(verdictWords)
  const sums = groupSums(batch)
  const group = (label: ReactNode, members: readonly Verdict[]) => {
    // One that is chosen stays, whatever it counts.
    const found = members.filter((verdict) => batch.verdicts[verdict] > 0 || chosen === verdict)
    return (
      <fieldset>
        <legend>{label}</legend>
        <div className="chips">
          {found.map((verdict) => (
            <FilterChip
              key={verdict}
              look={verdictLooks[verdict]}
              word={verdicts[verdict]}
              count={batch.verdicts[verdict]}
              chosen={chosen === verdict}
              onChoose={() => onChoose(chosen === verdict ? null : verdict)}
            />
          ))}
        </div>
      </fieldset>
    )
  }
  const { accepted, leftOut } = batch
  const decided = [
    ...(accepted > 0 ? [words.accepted(accepted)] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
  ]
  const hasHeld = sums.held + accepted + leftOut > 0
  return (
    <Groups>
      {hasHeld &&
        group(
          <>
            <strong>{words.held(sums.held)}</strong> {words.heldRest}
            {decided.map((part) => ` · ${part}`)}
          </>,
          verdictGroups.held,
        )}
      {sums.willNot > 0 &&
        group(<strong>{words.willNot(sums.willNot)}</strong>, verdictGroups.willNot)}
      {group(
        <>
          <strong>{words.will(sums.will)}</strong>
          {accepted > 0 && ` · ${words.ofThemAccepted(accepted)}`}
        </>,
        verdictGroups.will,
      )}
    </Groups>
  )
}
