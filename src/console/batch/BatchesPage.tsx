import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import Files from 'lucide-react/icons/files'
import Plus from 'lucide-react/icons/plus'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '#console/frame/Button.tsx'
import { useTitle } from '#console/frame/title.ts'
import { useMay } from '#console/session/session.tsx'
import { Empty } from '#console/state/Empty.tsx'
import { NotRefreshed } from '#console/state/NotRefreshed.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { ThinBar } from '#console/state/ThinBar.tsx'
import { useWords } from '#console/words/language.tsx'
import { pageSize } from '#contract/limits.ts'
import { BatchesTable } from './BatchesTable.tsx'
import { Pages } from './Pages.tsx'
import { batchesQuery } from './queries.ts'
import { useIsNarrow } from './rows/useRowHeight.ts'
import { batchWords } from './words.ts'

const Page = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  '& > header': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 16,
    minHeight: 64,
    padding: '16px 24px 12px',
  },
  '& h1': { ...theme.typography.h2 },
  '& .quiet': { color: theme.vars.palette.text.secondary },
  '& .rows': { flex: 1, minHeight: 0, overflow: 'auto' },
  '& .place': { padding: '12px 24px' },
  [theme.breakpoints.down('md')]: {
    '& > header': { minHeight: 0, padding: '16px 16px 8px' },
    '& .place': { padding: '12px 16px' },
  },
}))

/** The page in the address; 1 for whatever is none. */
function pageOf(search: URLSearchParams): number {
  const page = Number(search.get('page'))
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

function addressOf(page: number): Record<string, string> {
  return page === 1 ? {} : { page: String(page) }
}

/** `/batches`: every batch there ever was, newest first. */
export function BatchesPage() {
  const words = useWords(batchWords)
  const mayMake = useMay('operator')
  const narrow = useIsNarrow()
  const [search, setSearch] = useSearchParams()
  const page = pageOf(search)
  const { data, error, isFetching, isPlaceholderData, refetch, dataUpdatedAt } = useQuery(
    batchesQuery(page),
  )
  const pages = Math.max(Math.ceil((data?.totalCount ?? 0) / pageSize), 1)
  const beyond = data !== undefined && !isPlaceholderData && page > pages
  useEffect(() => {
    // In place of the address that leads nowhere, so that Back does not lead there either.
    if (beyond) setSearch(addressOf(pages), { replace: true })
  }, [beyond, pages, setSearch])
  // A page beyond the last has no rows; it looks unread until the last one is.
  const batches = data?.batches.length === 0 ? undefined : data?.batches
  useTitle(words.batches)
  return (
    <Page>
      <header>
        <h1>{words.batches}</h1>
        {mayMake && !narrow && (
          <ButtonLink to="/batches/new" variant="contained">
            <Plus size={16} strokeWidth={1.75} aria-hidden />
            {words.newBatch}
          </ButtonLink>
        )}
        {!mayMake && <span className="quiet">{words.whoNeeds}</span>}
      </header>
      <ThinBar busy={isFetching && data === undefined} />
      {data !== undefined && error !== null && (
        <NotRefreshed what={words.notRefreshed} problem={error} retry={() => void refetch()} />
      )}
      <div className="rows" aria-busy={isFetching && data === undefined}>
        {data === undefined && error !== null ? (
          <div className="place">
            <ProblemNote what={words.listNotLoaded} problem={error} retry={() => void refetch()} />
          </div>
        ) : data?.totalCount === 0 ? (
          <div className="place">
            <Empty icon={Files} what={words.empty} why={words.emptyWhy}>
              {mayMake && <ButtonLink to="/users">{words.toUsers}</ButtonLink>}
            </Empty>
          </div>
        ) : (
          <BatchesTable batches={batches} now={new Date(dataUpdatedAt)} />
        )}
      </div>
      {data !== undefined && data.totalCount > 0 && (
        <Pages
          page={page}
          totalCount={data.totalCount}
          onPage={(next) => setSearch(addressOf(next))}
        />
      )}
    </Page>
  )
}
