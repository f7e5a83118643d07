import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import SearchX from 'lucide-react/icons/search-x'
import { useParams } from 'react-router'
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
import { useKeptFocus } from './useKeptFocus.ts'
import { useLookOnReturn } from './useLookOnReturn.ts'
import { batchWords } from './words.ts'

const Place = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  padding: '20px 24px',
  [theme.breakpoints.down('md')]: { padding: 16 },
}))

/** `/batches/:batchId`: a draft until it is started, then the run and its result. */
export function BatchPage() {
  const words = useWords(batchWords)
  const { batchId = '' } = useParams()
  const number = Number(batchId)
  useTitle(`${words.batches} ${words.number(number)}`)
  if (!Number.isSafeInteger(number) || number < 1) return <NoSuchBatch />
  return <OneBatch key={number} batchId={number} />
}

function OneBatch({ batchId }: { batchId: number }) {
  const words = useWords(batchWords)
  const { data, error, refetch, dataUpdatedAt, isFetching } = useQuery(liveQuery(batchId))
  useKeptFocus(data?.batch.state)
  useLookOnReturn(refetch)
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
