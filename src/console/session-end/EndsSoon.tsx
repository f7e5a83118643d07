import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import { Above, DialogFoot, Head, Middle } from '#console/dialog/frame.tsx'
import { Button } from '#console/frame/Button.tsx'
import { useLearnTimes, useTimes } from '#console/session/session.tsx'
import { signOut } from '#console/session/sign-out.ts'
import { endsAt, type Notice, secondsUntil, type Times } from '#console/session/times.ts'
import { sessionWords } from '#console/session/words.ts'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { hourWords } from '#console/words/when.ts'
import { Over } from './Over.ts'
import { useNow } from './useNow.ts'
import { sessionEndWords } from './words.ts'

/** The minute before the session ends: it can be kept where only a sign of life is missing. */
export function EndsSoon({ notice }: { notice: Notice }) {
  const times = useTimes()
  const [isSeen, setSeen] = useState(false)
  if (times === null || isSeen) return null
  return notice === 'idle' ? (
    <Idle times={times} />
  ) : (
    <InAnyCase times={times} onClose={() => setSeen(true)} />
  )
}

function Idle({ times }: { times: Times }) {
  const words = useWords(sessionEndWords)
  const learn = useLearnTimes()
  const underKey = useActKey()
  const staying = useMutation({
    mutationFn: async () => {
      const askedAt = Date.now()
      const left = await underKey({}, (key) => call('staySignedIn', { body: {} }, { key }))
      learn(left, askedAt)
    },
  })
  const stay = () => {
    if (!staying.isPending) staying.mutate()
  }
  return (
    <Question
      title={words.idleTitle}
      next={
        <Button variant="contained" autoFocus aria-disabled={staying.isPending} onClick={stay}>
          {staying.isPending ? words.staying : words.stay}
        </Button>
      }
      problem={
        staying.error !== null && <ProblemNote what={words.notStayed} problem={staying.error} />
      }
      // Whoever presses Escape is there.
      onClose={stay}
    >
      {(now) => words.idleAbout(secondsUntil(endsAt(times).idle, now))}
    </Question>
  )
}

function InAnyCase({ times, onClose }: { times: Times; onClose: () => void }) {
  const words = useWords(sessionEndWords)
  const { absolute } = endsAt(times)
  // As it was first told: each answer is a second apart, and the title should stand still.
  const [at] = useState(() => hourWords(absolute))
  return (
    <Question
      title={words.absoluteTitle(at)}
      next={
        <Button variant="contained" autoFocus onClick={onClose}>
          {words.understood}
        </Button>
      }
      onClose={onClose}
    >
      {(now) => words.absoluteAbout(secondsUntil(absolute, now))}
    </Question>
  )
}

type QuestionProps = {
  title: string
  children: (now: number) => string
  next: ReactNode
  problem?: ReactNode
  onClose: () => void
}

/** Read aloud once, when it opens: the seconds that go by are for the eyes. */
function Question({ title, children, next, problem, onClose }: QuestionProps) {
  const words = useWords(sessionWords)
  const titleId = useId()
  const aboutId = useId()
  const now = useNow()
  const leaving = useMutation({ mutationFn: signOut })
  return (
    <Over
      open
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={aboutId}
      transitionDuration={{ enter: 160, exit: 0 }}
      onClose={onClose}
    >
      <Head>
        <h2 id={titleId}>{title}</h2>
      </Head>
      <Middle>
        <p id={aboutId} role="timer">
          {children(now)}
        </p>
      </Middle>
      {problem && <Above>{problem}</Above>}
      {leaving.isError && <Above role="alert">{words.notSignedOut}</Above>}
      <DialogFoot>
        <Button disabled={leaving.isPending} onClick={() => leaving.mutate()}>
          {words.signOut}
        </Button>
        {next}
      </DialogFoot>
    </Over>
  )
}
