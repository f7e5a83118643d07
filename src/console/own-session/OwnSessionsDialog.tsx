import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { QuietDialog } from '#console/dialog/QuietDialog.tsx'
import { announce, Unseen } from '#console/frame/announce.tsx'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Skeleton } from '#console/state/Skeleton.tsx'
import { useWords } from '#console/words/language.tsx'
import { OwnSessionRow, Rows } from './OwnSessionRow.tsx'
import { ownSessionsQuery, useEndSession } from './queries.ts'
import { ownSessionWords } from './words.tsx'

/** Where one is signed in, and the way to end it elsewhere. */
export function OwnSessionsDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(ownSessionWords)
  const closeRef = useRef<HTMLButtonElement>(null)
  const { data, error, refetch, dataUpdatedAt } = useQuery(ownSessionsQuery)
  const ending = useEndSession((sessionId) => {
    announce(sessionId === null ? words.othersEnded : words.ended)
    // The button that was pressed is gone.
    closeRef.current?.focus()
  })
  const others = data?.sessions.filter(({ current }) => !current) ?? []
  const thisOne = data?.sessions.filter(({ current }) => current) ?? []
  return (
    <QuietDialog
      title={words.title}
      about={words.about}
      failed={{ what: words.notEnded, problem: ending.error }}
      foot={
        <>
          {others.length > 1 && (
            <Button disabled={ending.isPending} onClick={() => ending.mutate(null)}>
              {ending.isPending && ending.variables === null ? words.ending : words.endOthers}
            </Button>
          )}
          <Button ref={closeRef} autoFocus onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
      onClose={onClose}
    >
      {data === undefined && error === null && <Loading />}
      {data === undefined && error !== null && (
        <ProblemNote what={words.notLoaded} problem={error} retry={() => void refetch()} />
      )}
      {data !== undefined && (
        <>
          <Rows>
            {[...thisOne, ...others].map((session) => (
              <OwnSessionRow
                key={session.sessionId}
                session={session}
                now={new Date(dataUpdatedAt)}
                isClosed={ending.isPending}
                isEnding={ending.isPending && ending.variables === session.sessionId}
                onEnd={() => ending.mutate(session.sessionId)}
              />
            ))}
          </Rows>
          {others.length === 0 && <p className="quiet">{words.noOther}</p>}
        </>
      )}
    </QuietDialog>
  )
}

function Loading() {
  const words = useWords(ownSessionWords)
  return (
    <Rows aria-busy>
      <li>
        <Unseen role="status">{words.loading}</Unseen>
        <div>
          <Skeleton wide={160} />
          <p>
            <Skeleton wide={240} />
          </p>
        </div>
      </li>
    </Rows>
  )
}
