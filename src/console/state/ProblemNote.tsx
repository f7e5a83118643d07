import { styled } from '@mui/material/styles'
import CircleX from 'lucide-react/icons/circle-x'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import type { ReactNode } from 'react'
import type { Problem, ProblemCode } from '#console/call/problem.ts'
import { problemWords, sentenceAbout } from '#console/call/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { Id } from '#console/text/Id.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  justifyItems: 'start',
  fontSize: 13,
  lineHeight: '20px',
  '& .what': {
    display: 'flex',
    gap: 8,
    alignItems: 'center',
    fontSize: 14,
    fontWeight: 600,
    color: theme.vars.palette.error.main,
  },
  '& .what svg': { flex: 'none' },
  '& p': { color: theme.vars.palette.text.secondary },
}))

const Rows = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  alignItems: 'center',
  columnGap: 24,
  margin: 0,
  maxWidth: '100%',
  // On a phone an id is cut at the edge rather than its copy button.
  '& dd': { minWidth: 0 },
  '& code': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& dt': { color: theme.vars.palette.text.secondary },
}))

/** What GenAuth and the proxy call a failure, to be quoted; rows without a value are left out. */
export type Quotable = {
  apiCode?: number | null | undefined
  requestId?: string | null | undefined
  upstreamRequestId?: string | null | undefined
}

/** The numbers and ids of a failure, each id with a copy button. */
export function QuotableRows({ apiCode, requestId, upstreamRequestId }: Quotable) {
  const words = useWords(problemWords)
  if (!apiCode && !requestId && !upstreamRequestId) return null
  return (
    <Rows>
      {apiCode ? (
        <>
          <dt>{words.apiCode}</dt>
          <dd>
            <Id value={String(apiCode)} />
          </dd>
        </>
      ) : null}
      {requestId ? (
        <>
          <dt>{words.requestId}</dt>
          <dd>
            <Id value={requestId} what={words.requestId} />
          </dd>
        </>
      ) : null}
      {upstreamRequestId ? (
        <>
          <dt>{words.upstreamRequestId}</dt>
          <dd>
            <Id value={upstreamRequestId} what={words.upstreamRequestId} />
          </dd>
        </>
      ) : null}
    </Rows>
  )
}

/** Where our sentence holds for many faults, and only the proxy's own tells which, and where. */
const saidByProxy: readonly ProblemCode[] = [
  'list_unreadable',
  'list_too_long',
  'auth_time_missing',
]

/** The proxy's own sentence, in English, where it tells more than ours. */
function moreOf({ code, message }: Problem): string | null {
  return saidByProxy.includes(code) && message !== code ? message : null
}

type ProblemNoteProps = {
  problem: Problem
  /** What is missing because of it: *The directory did not load.* Without it the reason leads. */
  what?: ReactNode
  /** The reason in words of its place, instead of the general sentence. */
  why?: ReactNode
  retry?: () => void
}

/** Why something is not here: a plain sentence, what to quote, and *Try again*. */
export function ProblemNote({ problem, what, why, retry }: ProblemNoteProps) {
  const words = useWords(problemWords)
  const sentence = why ?? sentenceAbout(words, problem.code)
  const more = moreOf(problem)
  return (
    <Body role="alert">
      <div className="what">
        <CircleX size={18} strokeWidth={1.75} aria-hidden />
        {what ?? sentence}
      </div>
      {what !== undefined && <p>{sentence}</p>}
      {more !== null && (
        <p lang="en">
          <Visible text={more} />
        </p>
      )}
      <QuotableRows {...problem} />
      {retry !== undefined && (
        <Button onClick={retry}>
          <RefreshCw size={16} strokeWidth={1.75} aria-hidden />
          {words.tryAgain}
        </Button>
      )}
    </Body>
  )
}
