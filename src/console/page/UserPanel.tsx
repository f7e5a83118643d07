import { styled } from '@mui/material/styles'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ActResult } from '#console/act/ActResult.tsx'
import type { Act } from '#console/act/words.ts'
import { History } from '#console/history/History.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { ThinBar } from '#console/state/ThinBar.tsx'
import { Gone } from '#console/user/Gone.tsx'
import { readAllAgain, userQuery } from '#console/user/queries.ts'
import { CloseButton, WayBack } from '#console/user/way-out.tsx'
import { userWords } from '#console/user/words.tsx'
import { useWords } from '#console/words/language.tsx'
import type { ActReply } from '#contract/act.ts'
import type { UserIdType } from '#contract/user-id-type.ts'
import { PanelSkeleton } from './PanelSkeleton.tsx'
import { UserDetail } from './UserDetail.tsx'

const Place = styled('div')({ padding: 24 })
const WayOut = styled('div')(({ theme }) => ({
  display: 'flex',
  padding: '8px 24px 0',
  justifyContent: 'flex-end',
  marginRight: -12,
  [theme.breakpoints.down('lg')]: { justifyContent: 'flex-start' },
}))

type UserPanelProps = {
  userId: string
  foundAs: readonly UserIdType[]
  alone: boolean
  onAlone: (alone: boolean) => void
  onClose: () => void
}

/** One person: there, gone, or not readable; and in each case what was just done to them. */
export function UserPanel({ userId, ...panel }: UserPanelProps) {
  const words = useWords(userWords)
  const client = useQueryClient()
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(userQuery(userId))
  const [done, setDone] = useState<{ act: Act; reply: ActReply } | null>(null)

  const ended = (act: Act, reply: ActReply) => {
    setDone({ act, reply })
    void readAllAgain(client, userId)
  }
  const result: ReactNode = done && (
    <ActResult act={done.act} reply={done.reply} onChecked={(reply) => ended(done.act, reply)} />
  )

  const wayOut = (
    <WayOut>
      <WayBack onClose={panel.onClose} />
      <CloseButton onClose={panel.onClose} />
    </WayOut>
  )

  if (error?.code === 'user_gone' || done?.reply.seen?.gone === true) {
    return (
      <>
        {wayOut}
        <Gone
          userId={userId}
          result={result}
          history={(entries, now) => <History entries={entries} now={now} />}
        />
      </>
    )
  }
  if (data === undefined) {
    if (error === null) return <PanelSkeleton />
    return (
      <>
        {wayOut}
        <Place>
          <ProblemNote what={words.notLoaded} problem={error} retry={() => void refetch()} />
        </Place>
      </>
    )
  }
  return (
    <>
      <ThinBar busy={isFetching} />
      {error !== null && (
        <Place>
          <ProblemNote what={words.notRefreshed} problem={error} retry={() => void refetch()} />
        </Place>
      )}
      <UserDetail
        {...panel}
        user={data}
        arrivedAt={dataUpdatedAt}
        isReading={isFetching}
        onRefresh={() => void refetch()}
        readAgain={() => client.fetchQuery({ ...userQuery(userId), staleTime: 0 })}
        onEnded={ended}
        {...(done && { done: { action: done.act.action, result } })}
      />
    </>
  )
}
