import { styled } from '@mui/material/styles'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { askedAs, keepTyped, keptTyped } from '#console/batch/confirm/kept-draft.ts'
import { wantsFresh } from '#console/batch/weight.ts'
import { TypedField } from '#console/dialog/fields.tsx'
import { keptReason } from '#console/dialog/kept-reason.ts'
import { useOpener } from '#console/dialog/useOpener.ts'
import { Button } from '#console/frame/Button.tsx'
import { useFresh } from '#console/session/fresh.ts'
import { useStill } from '#console/session/session.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { sameWords, wordsForBatch } from '#contract/typed-words.ts'
import { requestWords } from './request-words.ts'
import { useApproval } from './useApproval.ts'
import { useMissing } from './useMissing.ts'
import { approvalWords } from './words.tsx'

const DeclineDialog = lazy(() =>
  import('./DeclineDialog.tsx').then((module) => ({ default: module.DeclineDialog })),
)

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: 14,
  '& .two': { display: 'grid', alignItems: 'end', gap: 14, gridTemplateColumns: '1fr 1fr' },
  '& .two p': { padding: '6px 0' },
  '& footer': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  '& .missing': {
    flex: 1,
    minWidth: 160,
    textAlign: 'right',
    color: theme.vars.palette.text.secondary,
  },
}))

/** The same words once more, typed by somebody else; yes to exactly this list, or back with a reason. */
export function ApproveForm({ batch }: { batch: Batch }) {
  const words = useWords(approvalWords)
  const { gone } = useWords(requestWords)
  const { language } = useLanguage()
  const still = useStill()
  const { batchId, kind, willRun, fingerprint, expiresAt, state } = batch
  // For exactly this list, and for one request.
  const keptAs = `decline-${askedAs(batch)}`
  const [declining, setDeclining] = useState(() => keptReason(keptAs) !== null)
  const opener = useOpener(declining)
  const { register, handleSubmit, control, setFocus } = useForm({
    defaultValues: { typed: keptTyped(batch) },
  })
  const { typed = '' } = useWatch({ control })
  const approving = useApproval(batch)
  const fresh = useFresh(wantsFresh(batch), approving.error)
  useEffect(
    () => keepTyped({ batchId, fingerprint, expiresAt }, typed),
    [batchId, fingerprint, expiresAt, typed],
  )

  const expected = wordsForBatch(kind, willRun)
  const other = language === 'en' ? expected.zh : expected.en
  const lacksWords = !sameWords(typed, expected.en) && !sameWords(typed, expected.zh)
  const missing = useMissing({ still, waiting: lacksWords ? words.waitingFor : null, fresh })
  const { error } = approving
  // What became of the request was not read yet, or could not be.
  const isGone = error?.code === 'wrong_state'
  const isStill = still !== null || approving.isPending || isGone

  const send = handleSubmit((given) => {
    if (isStill) return
    if (lacksWords) return setFocus('typed')
    if (fresh.isNeeded) return fresh.signIn()
    approving.mutate(given.typed)
  })
  const yes = fresh.isNeeded ? words.signInAndApprove : words.approve
  const isSaid = error?.code === 'fresh_sign_in_required' && fresh.isNeeded
  return (
    <>
      <Form onSubmit={send} noValidate>
        <div className="two">
          <TypedField
            field={register('typed')}
            typed={typed}
            expected={sameWords(typed, other) ? other : expected[language]}
            label={() => words.typeToApprove(<code>{expected[language]}</code>)}
            readOnly={approving.isPending}
            // Whoever comes back from signing in goes on where they were.
            autoFocus={keptTyped(batch) !== ''}
          />
          <p>{words.startsNothing}</p>
        </div>
        {error !== null && !isSaid && (
          <ProblemNote what={words.notApproved} problem={error} {...(isGone && { why: gone })} />
        )}
        <footer>
          {state === 'confirmed' && (
            <Button
              ref={opener}
              onClick={() => {
                if (!isGone) setDeclining(true)
              }}
              aria-disabled={approving.isPending || isGone}
            >
              {words.decline}
            </Button>
          )}
          <span className="missing" role="status">
            {missing}
          </span>
          <Button type="submit" variant="contained" aria-disabled={isStill || lacksWords}>
            {approving.isPending ? words.approving : yes}
          </Button>
        </footer>
      </Form>
      {/* Beside the form: what is sent in the dialog must not reach this one. */}
      {declining && (
        <Suspense>
          <DeclineDialog batch={batch} keptAs={keptAs} onClose={() => setDeclining(false)} />
        </Suspense>
      )}
    </>
  )
}
