import { styled } from '@mui/material/styles'
import { type ReactNode, useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { TitleField } from '#console/batch/draft/TitleField.tsx'
import { ReasonField, TypedField } from '#console/dialog/fields.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { Button } from '#console/frame/Button.tsx'
import { useDesk } from '#console/session/session.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { dayWords } from '#console/words/when.ts'
import type { Batch } from '#contract/batch.ts'
import { sameWords, wordsForBatch } from '#contract/typed-words.ts'
import { isFinal } from './Consequences.tsx'
import { keepDraft, keptDraft } from './kept-draft.ts'
import { SuspendInstead } from './SuspendInstead.tsx'
import type { Confirmation } from './useStart.ts'
import { confirmWords } from './words.ts'

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: 14,
  '& .two': { display: 'grid', gap: 14 },
  '& footer': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    paddingTop: 4,
  },
  '& .missing': { flex: 1, textAlign: 'right', color: theme.vars.palette.text.secondary },
  [theme.breakpoints.up('md')]: { '& .two': { gridTemplateColumns: '1fr 1fr' } },
}))

type StartFormProps = {
  batch: Batch
  isSending: boolean
  /** What went wrong, between the fields and the buttons. */
  problem: ReactNode
  onBack: () => void
  onStart: (confirmation: Confirmation) => void
}

/** Title, reason and the words that start a batch; what is missing stands beside **Start**. */
export function StartForm({ batch, isSending, problem, onBack, onStart }: StartFormProps) {
  const words = useWords(confirmWords)
  const dialog = useWords(dialogWords)
  const { readOnly } = useDesk()
  const { language } = useLanguage()
  const { batchId, willRun, createdAt, fingerprint, kind } = batch
  const [initial] = useState(() => {
    const kept = keptDraft(batchId)
    // Seen from another year a day is written with its year.
    const day = dayWords(createdAt, new Date(0), language)
    return {
      title: batch.title || kept.title || words.defaultTitle[kind](day),
      reason: batch.reason ?? kept.reason ?? '',
      typed: '',
    }
  })
  const { register, handleSubmit, control, setFocus, resetField } = useForm({
    defaultValues: initial,
  })
  const { title = '', reason = '', typed = '' } = useWatch({ control })
  useEffect(() => keepDraft(batchId, { title, reason }), [batchId, title, reason])
  useEffect(() => {
    // The words are typed for exactly this list; for another one they are asked for anew.
    if (fingerprint !== null) resetField('typed')
  }, [fingerprint, resetField])

  const expected = wordsForBatch(kind, willRun)
  const other = language === 'en' ? expected.zh : expected.en
  const lacks = {
    title: title.trim() === '',
    reason: reason.trim() === '',
    typed: !sameWords(typed, expected.en) && !sameWords(typed, expected.zh),
  }
  const fields = ['title', 'reason', 'typed'] as const
  const lacking = fields.filter((field) => lacks[field])
  const waiting =
    lacking.length === 0 ? null : words.waitingFor(lacking.map((of) => words.missing[of]))
  const missing = readOnly ? words.stopped : waiting

  const send = handleSubmit((given) => {
    const [first] = lacking
    if (isSending || readOnly) return
    if (first !== undefined) return setFocus(first)
    onStart({
      title: batch.title || given.title.trim(),
      reason: batch.reason ?? given.reason.trim(),
      typed: given.typed,
    })
  })

  return (
    <Form onSubmit={send} noValidate>
      {batch.title === '' && <TitleField field={register('title')} readOnly={isSending} />}
      <div className="two">
        <ReasonField
          field={register('reason')}
          label={dialog.reasonOrTicket}
          required
          readOnly={isSending || batch.reason !== null}
        />
        <TypedField
          field={register('typed')}
          typed={typed}
          expected={sameWords(typed, other) ? other : expected[language]}
          label={() => dialog.typeToStart(<code>{expected[language]}</code>)}
          readOnly={isSending}
        />
      </div>
      {problem}
      <footer>
        <Button variant="text" color="inherit" onClick={onBack} disabled={isSending}>
          {words.back}
        </Button>
        <span className="missing" role="status">
          {missing}
        </span>
        {isFinal(kind) && <SuspendInstead batch={batch} isClosed={isSending} />}
        <Button
          type="submit"
          variant="contained"
          color={isFinal(kind) ? 'error' : 'primary'}
          aria-disabled={missing !== null || isSending}
        >
          {isSending ? words.starting : words.start}
        </Button>
      </footer>
    </Form>
  )
}
