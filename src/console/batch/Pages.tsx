import { styled } from '@mui/material/styles'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button } from '#console/frame/Button.tsx'
import { Foot } from '#console/table/Table.tsx'
import { useWords } from '#console/words/language.tsx'
import { pageSize } from '#contract/limits.ts'
import { batchWords } from './words.ts'

const Steps = styled('nav')({ display: 'flex', gap: 8 })

type PagesProps = { page: number; totalCount: number; onPage: (page: number) => void }

/** *1–50 of 120*, and the way to newer and older ones. */
export function Pages({ page, totalCount, onPage }: PagesProps) {
  const words = useWords(batchWords)
  const last = Math.ceil(totalCount / pageSize)
  const from = Math.min((page - 1) * pageSize + 1, totalCount)
  return (
    <Foot>
      <span>{words.range(from, Math.min(page * pageSize, totalCount), totalCount)}</span>
      {(last > 1 || page > 1) && (
        <Steps aria-label={words.pages}>
          <Button
            variant="text"
            color="inherit"
            disabled={page <= 1}
            onClick={() => onPage(Math.min(page - 1, last))}
          >
            <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
            {words.newer}
          </Button>
          <Button
            variant="text"
            color="inherit"
            disabled={page >= last}
            onClick={() => onPage(page + 1)}
          >
            {words.older}
            <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
          </Button>
        </Steps>
      )}
    </Foot>
  )
}
