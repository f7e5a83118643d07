import { styled } from '@mui/material/styles'
import Files from 'lucide-react/icons/files'
import Plus from 'lucide-react/icons/plus'
import Users from 'lucide-react/icons/users'
import { ButtonLink } from '#console/frame/Button.tsx'
import { useTitle } from '#console/frame/title.ts'
import { useMay } from '#console/session/session.tsx'
import { Empty } from '#console/state/Empty.tsx'
import { NotRefreshed } from '#console/state/NotRefreshed.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { ThinBar } from '#console/state/ThinBar.tsx'
import { useWords } from '#console/words/language.tsx'
import { BatchesTable } from './BatchesTable.tsx'
import { Pages } from './Pages.tsx'
import type { Show } from './queries.ts'
import { useIsNarrow } from './rows/useRowHeight.ts'
import { ShowOnly } from './ShowOnly.tsx'
import { useBatchList } from './useBatchList.ts'
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
    '& > header': {
      flexDirection: 'column',
      alignItems: 'start',
      gap: 4,
      minHeight: 0,
      padding: '16px 16px 8px',
    },
    '& .place': { padding: '12px 16px' },
  },
}))

/** `/batches`: every batch there ever was, newest first. */
export function BatchesPage() {
  const words = useWords(batchWords)
  const mayMake = useMay('operator')
  const { list, show, page, counts, go } = useBatchList()
  const { data, error, isFetching, refetch, dataUpdatedAt } = list
  // A page beyond the last has no rows; it looks unread until the last one is.
  const batches = data?.batches.length === 0 ? undefined : data?.batches
  useTitle(words.batches)
  return (
    <Page>
      <Head mayMake={mayMake} />
      {counts.all !== 0 && (
        <ShowOnly show={show} counts={counts} onShow={(next) => go({ show: next })} />
      )}
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
            <NoBatches show={counts.all === 0 ? 'all' : show} mayMake={mayMake} />
          </div>
        ) : (
          <BatchesTable batches={batches} now={new Date(dataUpdatedAt)} />
        )}
      </div>
      {data !== undefined && data.totalCount > 0 && (
        <Pages page={page} totalCount={data.totalCount} onPage={(next) => go({ page: next })} />
      )}
    </Page>
  )
}

function Head({ mayMake }: { mayMake: boolean }) {
  const words = useWords(batchWords)
  const narrow = useIsNarrow()
  return (
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
  )
}

function NoBatches({ show, mayMake }: { show: Show; mayMake: boolean }) {
  const words = useWords(batchWords)
  if (show === 'to_approve') {
    return <Empty icon={Users} what={words.noneWaits} why={words.noneWaitsWhy} />
  }
  return (
    <Empty icon={Files} what={words.empty} why={words.emptyWhy}>
      {mayMake && <ButtonLink to="/users">{words.toUsers}</ButtonLink>}
    </Empty>
  )
}
