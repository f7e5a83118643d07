import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import Files from 'lucide-react/icons/files'
import { useSearchParams } from 'react-router'
import { useTitle } from '#console/frame/title.ts'
import { Empty } from '#console/state/Empty.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { ThinBar } from '#console/state/ThinBar.tsx'
import { useWords } from '#console/words/language.tsx'
import { BatchesTable } from './BatchesTable.tsx'
import { Pages } from './Pages.tsx'
import { batchesQuery } from './queries.ts'
import { batchWords } from './words.ts'

const Page = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  '& > header': { padding: '20px 24px 12px' },
  '& h1': { ...theme.typography.h2 },
  '& .rows': { flex: 1, minHeight: 0, overflow: 'auto' },
  '& .place': { padding: '12px 24px' },
  [theme.breakpoints.down('md')]: {
    '& > header': { padding: '16px 16px 8px' },
    '& .place': { padding: '12px 16px' },
  },
}))

/** The page in the address; 1 for whatever is none. */
function pageOf(search: URLSearchParams): number {
  const page = Number(search.get('page'))
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

/** `/batches`: every batch there ever was, newest first. */
export function BatchesPage() {
  const words = useWords(batchWords)
  const [search, setSearch] = useSearchParams()
  const page = pageOf(search)
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(batchesQuery(page))
  useTitle(words.batches)
  return (
    <Page>
      <header>
        <h1>{words.batches}</h1>
      </header>
      <ThinBar busy={isFetching && data === undefined} />
      <div className="rows" aria-busy={isFetching && data === undefined}>
        {data === undefined && error !== null ? (
          <div className="place">
            <ProblemNote what={words.listNotLoaded} problem={error} retry={() => void refetch()} />
          </div>
        ) : data?.totalCount === 0 ? (
          <div className="place">
            <Empty icon={Files} what={words.empty} why={words.emptyWhy} />
          </div>
        ) : (
          <BatchesTable batches={data?.batches} now={new Date(dataUpdatedAt)} />
        )}
      </div>
      {data !== undefined && data.totalCount > 0 && (
        <Pages
          page={page}
          totalCount={data.totalCount}
          onPage={(next) => setSearch(next === 1 ? {} : { page: String(next) })}
        />
      )}
    </Page>
  )
}
