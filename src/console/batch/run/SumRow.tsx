import { styled } from '@mui/material/styles'
import Check from 'lucide-react/icons/check'
import CircleX from 'lucide-react/icons/circle-x'
import { Fragment } from 'react'
import { sumOf } from '#console/batch/sum.ts'
import type { Look } from '#console/chip/Chip.tsx'
import { outcomeLooks } from '#console/chip/OutcomeChip.tsx'
import { outcomeWords } from '#console/chip/outcome-words.ts'
import { FilterChip } from '#console/table/FilterChip.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { cameBackLook } from './CameBackChip.tsx'
import type { Chosen } from './chosen.ts'
import { runWords } from './words.ts'

const Line = styled('fieldset')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  color: theme.vars.palette.text.secondary,
  '& legend': { ...theme.typography.caption, fontWeight: 600, float: 'left', marginRight: 4 },
  '& .verdict': { display: 'inline-flex', alignItems: 'center', gap: 4, marginLeft: 8 },
  '& .wrong': { color: theme.vars.palette.error.main, fontWeight: 600 },
}))

type SumRowProps = { batch: Batch; chosen: Chosen; onChoose: (chosen: Chosen) => void }

/** The result as a sum somebody can check; each term filters the rows below. */
export function SumRow({ batch, chosen, onChoose }: SumRowProps) {
  const words = useWords(runWords)
  const outcomes = useWords(outcomeWords)
  const { onList, neverInRun, inRun, terms, addsUp } = sumOf(batch)
  // Without anybody left out, the run is the list, and has no chip of its own.
  const pressed = chosen === 'run' && neverInRun === 0 ? 'list' : chosen
  const chip = (which: Chosen, word: string, count: number) => (
    <FilterChip
      word={word}
      count={count}
      chosen={pressed === which}
      onChoose={() => onChoose(which)}
      {...lookOf(which)}
    />
  )
  return (
    <Line>
      <legend>{words.sum}</legend>
      {chip('list', words.onTheList, onList)}
      {neverInRun > 0 && (
        <>
          <span>−</span>
          {chip('skipped', words.neverTerm, neverInRun)}
          <span>=</span>
          {chip('run', words.inTheRun, inRun)}
        </>
      )}
      <span>=</span>
      {terms.map(({ outcome, count }, at) => (
        <Fragment key={outcome}>
          {at > 0 && <span>+</span>}
          {chip(outcome, outcomes[outcome], count)}
        </Fragment>
      ))}
      <span className={addsUp ? 'verdict' : 'verdict wrong'}>
        {addsUp ? <Check size={14} aria-hidden /> : <CircleX size={14} aria-hidden />}
        {addsUp ? words.addsUp : words.doesNotAddUp}
      </span>
      {batch.recheck.cameBack > 0 && chip('came_back', words.cameBack, batch.recheck.cameBack)}
    </Line>
  )
}

/** The terms that are no outcome have no sign of their own. */
function lookOf(which: Chosen): { look?: Look } {
  if (which === 'list' || which === 'run' || which === 'skipped') return {}
  return { look: which === 'came_back' ? cameBackLook : outcomeLooks[which] }
}
