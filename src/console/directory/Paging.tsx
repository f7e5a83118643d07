import { styled } from '@mui/material/styles'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button } from '#console/frame/Button.tsx'
import { Foot } from '#console/table/Table.tsx'
import { useWords } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import { pageSize } from '#contract/limits.ts'
import { directoryWords } from './words.ts'

const Steps = styled('nav')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  '& strong': { fontWeight: 600, color: theme.vars.palette.text.primary },
}))

type PagingProps = {
  page: number
  /** null: nobody has counted yet, or could not. */
  totalCount: number | null
  onPage: (page: number) => void
}

/** *1–50 of 2,418*, and the way to the pages around. */
export function Paging({ page, totalCount, onPage }: PagingProps) {
  const words = useWords(directoryWords)
  const pages = totalCount === null ? page : Math.max(Math.ceil(totalCount / pageSize), 1)
  return (
    <Foot>
      <span>{totalCount !== null && words.range(...shownOf(page, totalCount))}</span>
      <Steps aria-label={words.pages}>
        <Button
          variant="text"
          color="inherit"
          aria-label={words.previous}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
        </Button>
        <span aria-label={words.page(page, pages)} role="img">
          <strong>{figure(page)}</strong> / {figure(pages)}
        </span>
        <Button
          variant="text"
          color="inherit"
          aria-label={words.next}
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        >
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
        </Button>
      </Steps>
    </Foot>
  )
}

/** Numbers of the first and the last user on the page, and how many there are. */
function shownOf(page: number, totalCount: number): [number, number, number] {
  const first = totalCount === 0 ? 0 : (page - 1) * pageSize + 1
  return [first, Math.min(page * pageSize, totalCount), totalCount]
}
