import { useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { Above, DialogFoot, Head, Middle, Sheet } from '#console/dialog/frame.tsx'
import { Announcer, announce, Unseen } from '#console/frame/announce.tsx'
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
  const titleId = useId()
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
    <Sheet
      open
      aria-labelledby={titleId}
      transitionDuration={{ enter: 160, exit: 0 }}
      onClose={onClose}
    >
      <Head>
        <h2 id={titleId}>{words.title}</h2>
        <p>{words.about}</p>
      </Head>
      <Middle>
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
      </Middle>
      {ending.error !== null && (
        <Above>
          <ProblemNote what={words.notEnded} problem={ending.error} />
        </Above>
      )}
      <DialogFoot>
        {others.length > 1 && (
          <Button disabled={ending.isPending} onClick={() => ending.mutate(null)}>
            {ending.isPending && ending.variables === null ? words.ending : words.endOthers}
          </Button>
        )}
        <Button ref={closeRef} autoFocus onClick={onClose}>
          {words.close}
        </Button>
      </DialogFoot>
      <Announcer />
    </Sheet>
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
