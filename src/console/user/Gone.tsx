import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import UserX from 'lucide-react/icons/user-x'
import type { ReactNode } from 'react'
import { StatusChip } from '#console/chip/StatusChip.tsx'
import { Empty } from '#console/state/Empty.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Section } from '#console/state/Section.tsx'
import { Name } from '#console/text/Name.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { UserRecord } from '#contract/user.ts'
import { Identifiers } from './Identifiers.tsx'
import { userRecordQuery } from './queries.ts'
import { userWords } from './words.tsx'

const Head = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 16,
  padding: '20px 24px',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

type GoneProps = {
  userId: string
  /** What was just done, where it was this that ended the account. */
  result?: ReactNode
  history: (entries: UserRecord['history'], now: Date) => ReactNode
}

/** A user whom GenAuth no longer has: the last snapshot, and what was done from here. */
export function Gone({ userId, result, history }: GoneProps) {
  const words = useWords(userWords)
  const { language } = useLanguage()
  const { data, error, refetch, dataUpdatedAt } = useQuery(userRecordQuery(userId))
  const now = new Date(dataUpdatedAt)
  const isUnknown = data !== undefined && data.snapshot === null && data.history.length === 0
  return (
    <>
      <Head>
        {result}
        <Empty
          icon={UserX}
          what={isUnknown ? words.unknown : words.gone}
          why={isUnknown ? words.unknownWhy : words.goneWhy}
        />
      </Head>
      {error !== null && data === undefined && (
        <Section id="snapshot" title={words.lastSnapshot('')}>
          <ProblemNote what={words.recordNotRead} problem={error} retry={() => void refetch()} />
        </Section>
      )}
      {data !== undefined && !isUnknown && (
        <>
          <Section
            id="snapshot"
            title={
              data.snapshot === null
                ? words.noSnapshot
                : words.lastSnapshot(minuteWords(data.snapshot.takenAt, now, language))
            }
          >
            {data.snapshot !== null && <Snapshot snapshot={data.snapshot} />}
          </Section>
          {history(data.history, now)}
        </>
      )}
    </>
  )
}

function Snapshot({ snapshot }: { snapshot: NonNullable<UserRecord['snapshot']> }) {
  const words = useWords(userWords)
  const { summary, lacks } = snapshot
  return (
    <>
      <p>
        <strong>
          <Name user={summary} />
        </strong>{' '}
        <StatusChip status={summary.status} alone />
      </p>
      <Identifiers user={summary} />
      {lacks.length > 0 && <p className="quiet">{words.lacks(lacks)}</p>}
    </>
  )
}
