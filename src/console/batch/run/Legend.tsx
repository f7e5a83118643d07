import { styled } from '@mui/material/styles'
import { type Sum, sumOf } from '#console/batch/sum.ts'
import { outcomeLooks } from '#console/chip/OutcomeChip.tsx'
import { outcomeWords } from '#console/chip/outcome-words.ts'
import { FilterChip } from '#console/table/FilterChip.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import type { Chosen } from './chosen.ts'
import { runWords } from './words.ts'

const Chips = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8 })

/** Problems first, then what is under way, then what is done. */
const order = [
  'failed',
  'not_confirmed',
  'held',
  'sending',
  'waiting',
  'not_started',
  'already_so',
  'done',
] as const satisfies readonly Sum['terms'][number]['outcome'][]

type LegendProps = { batch: Batch; chosen: Chosen; onChoose: (chosen: Chosen) => void }

/** The bar's legend; each chip filters the rows below. One that is chosen stays, whatever it counts. */
export function Legend({ batch, chosen, onChoose }: LegendProps) {
  const words = useWords(runWords)
  const outcomes = useWords(outcomeWords)
  return (
    <Chips role="group" aria-label={words.filters}>
      <FilterChip
        word={words.all}
        count={sumOf(batch).inRun}
        chosen={chosen === 'run'}
        onChoose={() => onChoose('run')}
      />
      {order.map(
        (outcome) =>
          (batch.outcomes[outcome] > 0 || chosen === outcome) && (
            <FilterChip
              key={outcome}
              look={outcomeLooks[outcome]}
              word={outcomes[outcome]}
              count={batch.outcomes[outcome]}
              chosen={chosen === outcome}
              onChoose={() => onChoose(outcome)}
            />
          ),
      )}
    </Chips>
  )
}
