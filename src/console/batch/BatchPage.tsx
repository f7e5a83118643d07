import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import SearchX from 'lucide-react/icons/search-x'
import { useLocation, useParams } from 'react-router'
import { ButtonLink } from '#console/frame/Button.tsx'
import { useTitle } from '#console/frame/title.ts'
import { Empty } from '#console/state/Empty.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Skeleton } from '#console/state/Skeleton.tsx'
import { ThinBar } from '#console/state/ThinBar.tsx'
import { useWords } from '#console/words/language.tsx'
import { Crumbs } from './Crumbs.tsx'
import { DraftPage } from './draft/DraftPage.tsx'
import { liveQuery } from './queries.ts'
import { RunPage } from './run/RunPage.tsx'
import { useBroughtHere } from './useBroughtHere.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { useLookOnReturn } from './useLookOnReturn.ts'
import { batchWords } from './words.ts'

const Place = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  padding: '20px 24px',
  [theme.breakpoints.down('md')]: { padding: 16 },
}))

/**
 * What one page stands for: one batch, or one new one. A new batch that gets its number keeps its
 * page, with everything that is being typed on it.
 */
function usePlace(batchId: string): string {
  const { key, state } = useLocation()
  if (batchId === 'new') return key
  const told: unknown = state
  const isTold = typeof told === 'object' && told !== null && 'place' in told
  return isTold ? String(told.place) : batchId
}

/** `/batches/new`, and `/batches/:batchId`: a draft until it is started, then the run and its result. */
export function BatchPage() {
  const words = useWords(batchWords)
  const { batchId = '' } = useParams()
  const place = usePlace(batchId)
  const number = batchId === 'new' ? null : Number(batchId)
  useTitle(number === null ? words.newBatch : `${words.batches} ${words.number(number)}`)
  if (number !== null && !(Number.isSafeInteger(number) && number >= 1)) return <NoSuchBatch />
  return <OneBatch key={place} batchId={number} />
}

function OneBatch({ batchId }: { batchId: number | null }) {
  const words = useWords(batchWords)
  const { data, error, refetch, dataUpdatedAt, isFetching } = useQuery({
    ...liveQuery(batchId ?? 0),
    enabled: batchId !== null,
  })
  useKeptFocus(data && `${data.batch.state} ${data.batch.approval.approvedAt}`)
  useBroughtHere(data !== undefined)
  useLookOnReturn(() => (batchId === null ? Promise.resolve() : refetch()))
  if (batchId === null) return <DraftPage live={null} lastSeen={0} />
  if (error?.code === 'not_found') return <NoSuchBatch />
  if (data === undefined) {
    return (
      <>
        <ThinBar busy={isFetching} />
        <Place aria-busy={isFetching}>
          <Crumbs batchId={batchId} />
          {error === null ? (
            <Skeleton wide={220} />
          ) : (
            <ProblemNote what={words.notLoaded} problem={error} retry={() => void refetch()} />
          )}
        </Place>
      </>
    )
  }
  switch (data.batch.state) {
    case 'draft':
    case 'checking':
    case 'checked':
    case 'confirmed':
    case 'discarded':
      return <DraftPage live={data} lastSeen={dataUpdatedAt} />
    case 'running':
    case 'paused':
    case 'stopping':
    case 'stopped':
    case 'finished':
      return <RunPage live={data} lastSeen={dataUpdatedAt} />
    default:
      return data.batch.state satisfies never
  }
}

function NoSuchBatch() {
  const words = useWords(batchWords)
  return (
    <Place>
      <Empty icon={SearchX} what={words.notFound} why={words.notFoundWhy}>
        <ButtonLink to="/batches">{words.toBatches}</ButtonLink>
      </Empty>
    </Place>
  )
}
