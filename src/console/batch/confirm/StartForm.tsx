import { styled } from '@mui/material/styles'
import Users from 'lucide-react/icons/users'
import type { ReactNode } from 'react'
import { useMissing } from '#console/batch/approval/useMissing.ts'
import { whyWords } from '#console/batch/approval/why.ts'
import { approvalWords } from '#console/batch/approval/words.tsx'
import { TitleField } from '#console/batch/draft/TitleField.tsx'
import { isFinal } from '#console/batch/weight.ts'
import { ReasonField, TypedField } from '#console/dialog/fields.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { Button } from '#console/frame/Button.tsx'
import type { Fresh } from '#console/session/fresh.ts'
import { useStill } from '#console/session/session.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { SuspendInstead } from './SuspendInstead.tsx'
import { useConfirmation } from './useConfirmation.ts'
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
  fresh: Fresh
  isSending: boolean
  /** What went wrong, between the fields and the buttons. */
  problem: ReactNode
  onBack: () => void
  onStart: (confirmation: Confirmation) => void
}

/**
 * Title, reason and the words that start a batch, or ask somebody else to approve it; what is missing
 * stands beside the button.
 */
export function StartForm({ batch, fresh, isSending, problem, onBack, onStart }: StartFormProps) {
  const words = useWords(confirmWords)
  const dialog = useWords(dialogWords)
  const approval = useWords(approvalWords)
  const still = useStill()
  const { form, typed, words: toType, lacking } = useConfirmation(batch)
  const { register, handleSubmit, setFocus } = form
  const why = whyWords(batch, approval)
  const asks = why !== null
  // Asking somebody else sends nothing; signing in anew is for whoever starts.
  const signsIn = !asks && fresh.isNeeded
  const [first] = lacking
  const missing = useMissing({
    still,
    waiting: first && words.waitingFor(lacking.map((of) => words.missing[of])),
    fresh: { ...fresh, isNeeded: signsIn },
  })

  const send = handleSubmit((given) => {
    if (isSending || still !== null) return
    if (first !== undefined) return setFocus(first)
    if (signsIn) return fresh.signIn()
    onStart({
      title: batch.title || given.title.trim(),
      reason: batch.reason ?? given.reason.trim(),
      typed: given.typed,
    })
  })
  const begin = signsIn ? words.signInAndStart : words.start
  const go = asks ? approval.ask : begin
  const going = asks ? approval.asking : words.starting

  return (
    <Form onSubmit={send} noValidate>
      {asks && (
        <Banner tone="primary" icon={Users}>
          {why}
        </Banner>
      )}
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
          expected={toType.taken}
          label={() => {
            const code = <code>{toType.asked}</code>
            return asks ? approval.typeToAsk(code) : dialog.typeToStart(code)
          }}
          readOnly={isSending}
          autoFocus
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
        {isFinal(batch.kind) && <SuspendInstead batch={batch} isClosed={isSending} />}
        <Button
          type="submit"
          variant="contained"
          color={isFinal(batch.kind) && !asks && !signsIn ? 'error' : 'primary'}
          aria-disabled={still !== null || first !== undefined || isSending}
        >
          {isSending ? going : go}
        </Button>
      </footer>
    </Form>
  )
}
