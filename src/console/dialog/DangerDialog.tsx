import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Problem } from '#console/call/problem.ts'
import { Announcer } from '#console/frame/announce.tsx'
import type { Fresh } from '#console/session/fresh.ts'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { sameWords } from '#contract/typed-words.ts'
import { Foot, type WayOut } from './Foot.tsx'
import { ReasonField, TypedField } from './fields.tsx'
import { Above, Head, Middle, Sheet } from './frame.tsx'
import { dialogWords, type Typing } from './words.tsx'

/** What the person gave; an empty optional reason is left out. */
export type Given = { reason?: string; typed?: string }

export type DangerDialogProps = {
  /** A question: *Resign Li Wei?* */
  title: ReactNode
  /** Other name, username, department, short id. */
  person?: ReactNode
  /** What goes and what stays. */
  children: ReactNode
  reason: { label: string; required: boolean } | null
  /** What was given before this question was asked. */
  initially?: { reason: string; typed: string }
  /** To be told what is given, as it is. */
  onWrite?: (given: { reason: string; typed: string }) => void
  typing: { expected: string; what: Typing; label: (code: ReactNode) => ReactNode } | null
  /** Red ends something that cannot be brought back. */
  tone: 'error' | 'primary'
  confirm: ReactNode
  /** *Resigning…* while it is being sent. */
  sending: string
  /** Whether somebody has to sign in once more before they may confirm, and the way there. */
  fresh?: Fresh
  /** Whatever else keeps the act closed, as the foot's sentence; null when nothing does. */
  closed?: string | null
  isSending: boolean
  wayOut?: WayOut | null
  problem: Problem | null
  /** Instead of the problem's own sentence, above the foot. */
  notice?: ReactNode
  /** The version that the words are typed for: another one asks for them anew. */
  version: string
  onConfirm: (given: Given) => void
  onClose: () => void
}

/** The one confirmation dialog: everything that cannot be taken back goes through it. */
export function DangerDialog(props: DangerDialogProps) {
  const { reason, typing, isSending, wayOut, problem, notice, version, fresh, onClose } = props
  const words = useWords(dialogWords)
  const titleId = useId()
  const aboutId = useId()
  const { register, handleSubmit, control, resetField, setFocus } = useForm({
    defaultValues: props.initially ?? { reason: '', typed: '' },
  })
  const { reason: written = '', typed = '' } = useWatch({ control })
  const typedFor = useRef(version)
  useEffect(() => {
    if (typedFor.current === version) return
    typedFor.current = version
    resetField('typed', { defaultValue: '' })
  }, [version, resetField])
  const tell = useEffectEvent((given: { reason: string; typed: string }) => props.onWrite?.(given))
  useEffect(() => tell({ reason: written, typed }), [written, typed])

  // What is not red begins with what it requires; without words to type, Enter does no harm elsewhere.
  const beginsWithReason = props.tone === 'primary' && typing === null && reason?.required === true
  const lacksReason = reason?.required === true && written.trim() === ''
  const lacksWords = typing !== null && !sameWords(typed, typing.expected)
  const missing =
    words.waiting({ reason: lacksReason, typing: lacksWords ? typing.what : null }) ??
    props.closed ??
    null

  const send = handleSubmit((values) => {
    if (isSending) return
    if (lacksReason) return setFocus('reason')
    if (lacksWords) return setFocus('typed')
    if (missing !== null) return
    if (fresh?.isNeeded) return fresh.signIn()
    const why = values.reason.trim()
    props.onConfirm({ ...(why && { reason: why }), ...(typing && { typed: values.typed }) })
  })

  return (
    <Sheet
      open
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={aboutId}
      transitionDuration={{ enter: 160, exit: 0 }}
      onClose={() => {
        if (!isSending) onClose()
      }}
    >
      <form onSubmit={send} noValidate>
        <Head>
          <h2 id={titleId}>{props.title}</h2>
          {props.person !== undefined && <p>{props.person}</p>}
        </Head>
        <Middle>
          <div id={aboutId} className="about">
            {props.children}
          </div>
          {reason !== null && (
            <ReasonField
              field={register('reason')}
              label={reason.label}
              required={reason.required}
              readOnly={isSending}
              autoFocus={beginsWithReason}
            />
          )}
          {typing !== null && (
            <TypedField
              field={register('typed')}
              typed={typed}
              expected={typing.expected}
              label={typing.label}
              readOnly={isSending}
              autoFocus
            />
          )}
        </Middle>
        {(notice !== undefined || problem !== null) && (
          <Above>{notice ?? (problem !== null && <ProblemNote problem={problem} />)}</Above>
        )}
        <Foot
          missing={missing}
          wayOut={wayOut}
          reason={written}
          isSending={isSending}
          focusOnCancel={typing === null && !beginsWithReason}
          tone={props.tone}
          fresh={fresh}
          confirm={isSending ? props.sending : props.confirm}
          onClose={onClose}
        />
        <Announcer />
      </form>
    </Sheet>
  )
}
