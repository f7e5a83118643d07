import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import { Button } from '#console/frame/Button.tsx'
import { InlineResult } from '#console/state/InlineResult.tsx'
import { ProblemNote, QuotableRows } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { clockWords } from '#console/words/when.ts'
import type { ActReply } from '#contract/act.ts'
import { type Act, actWords } from './words.ts'

type ActResultProps = {
  act: Act
  reply: ActReply
  /** After *Check again*: what was seen this time. */
  onChecked: (reply: ActReply) => void
}

/** What became of an act: only what the second look showed, and when. */
export function ActResult({ act, reply, onChecked }: ActResultProps) {
  const words = useWords(actWords)
  const place = useRef<HTMLDivElement>(null)
  // The button that was pressed may be gone; the answer is where the eyes should be.
  useEffect(() => {
    if (reply.checkedAt) place.current?.focus()
  }, [reply.checkedAt])
  const { outcome, seen } = reply
  const at = clockWords(reply.checkedAt)
  const ref = place

  if (seen?.gone === true && !(outcome === 'done' && act.action === 'deleteUser')) {
    return (
      <InlineResult ref={ref} tone="warning" fact={words.gone}>
        {words.goneAt(at)}
      </InlineResult>
    )
  }
  switch (outcome) {
    case 'done':
      return (
        <InlineResult ref={ref} tone="success" fact={words.done(act, at)}>
          {/* That somebody is suspended is all that there was to see of it. */}
          {seen !== null && act.action !== 'suspendUser' && words.saw(act, seen)}
        </InlineResult>
      )
    case 'already_so':
      return (
        <InlineResult ref={ref} tone="success" fact={words.alreadySo(at)}>
          {seen !== null && words.saw(act, seen)}
        </InlineResult>
      )
    case 'failed':
      return (
        <InlineResult ref={ref} tone="error" fact={words.failed(act)}>
          {words.refused(at)} {words.stillShows(act, seen)}
          <QuotableRows apiCode={reply.apiCode} upstreamRequestId={reply.upstreamRequestId} />
        </InlineResult>
      )
    case 'not_confirmed':
      return (
        <InlineResult
          ref={ref}
          tone="warning"
          fact={words.notConfirmed}
          next={<CheckAgain entryId={reply.entryId} onChecked={onChecked} />}
        >
          {words.stillShows(act, seen)}
          <QuotableRows apiCode={reply.apiCode} upstreamRequestId={reply.upstreamRequestId} />
        </InlineResult>
      )
    default:
      return outcome satisfies never
  }
}

function CheckAgain({
  entryId,
  onChecked,
}: {
  entryId: number
  onChecked: (reply: ActReply) => void
}) {
  const words = useWords(actWords)
  const underKey = useActKey()
  const checking = useMutation({
    mutationFn: () =>
      underKey({ entryId }, (key) => call('checkAct', { params: { entryId }, body: {} }, { key })),
    onSuccess: onChecked,
  })
  return (
    <>
      <Button
        variant="text"
        size="small"
        disabled={checking.isPending}
        onClick={() => checking.mutate()}
      >
        {checking.isPending ? words.checking : words.checkAgain}
      </Button>
      {checking.error !== null && <ProblemNote what={words.notChecked} problem={checking.error} />}
    </>
  )
}
