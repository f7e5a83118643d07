import { styled } from '@mui/material/styles'
import { FilterChip } from '#console/table/FilterChip.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Show } from './queries.ts'
import { waitsLook } from './StateChip.tsx'
import { batchWords } from './words.ts'

const Chips = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  minHeight: 28,
  margin: '0 24px 12px',
  [theme.breakpoints.down('md')]: { margin: '0 16px 8px' },
}))

type ShowOnlyProps = {
  show: Show
  /** How many there are of each; undefined: not known yet. */
  counts: Record<Show, number | undefined>
  onShow: (show: Show) => void
}

/** All batches, or those that wait for a second person; each with how many there are. */
export function ShowOnly({ show, counts, onShow }: ShowOnlyProps) {
  const words = useWords(batchWords)
  const { all, to_approve: waiting } = counts
  return (
    <Chips role="group" aria-label={words.filters}>
      {all !== undefined && waiting !== undefined && (
        <>
          <FilterChip
            word={words.all}
            count={all}
            chosen={show === 'all'}
            onChoose={() => onShow('all')}
          />
          <FilterChip
            look={waitsLook}
            word={words.approval.waits}
            count={waiting}
            chosen={show === 'to_approve'}
            onChoose={() => onShow('to_approve')}
          />
        </>
      )}
    </Chips>
  )
}
