import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { ApproveForm } from './ApproveForm.tsx'
import { approvalWords } from './words.tsx'

/** The form for whoever may approve; everybody else reads in one line who does. */
export function SecondPerson({ batch }: { batch: Batch }) {
  const words = useWords(approvalWords)
  const narrow = useIsNarrow()
  const { mayApprove } = batch.approval
  switch (mayApprove) {
    case 'yes':
      if (narrow) return <p>{words.wider}</p>
      // The words are typed for exactly this list, and for one request.
      return <ApproveForm key={`${batch.fingerprint} ${batch.expiresAt}`} batch={batch} />
    case 'own':
      return <p>{words.own}</p>
    case 'role':
      return <p>{batch.mine ? words.whom : words.roleNeeded}</p>
    default:
      return mayApprove satisfies never
  }
}
