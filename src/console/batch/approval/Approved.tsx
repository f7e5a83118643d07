import UserCheck from 'lucide-react/icons/user-check'
import { momentWords } from '#console/batch/moment.ts'
import { Banner } from '#console/state/Banner.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { Who } from './Who.tsx'
import { approvalWords } from './words.tsx'

type ApprovedProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** *Approved by Wang Lan at 18:20:05, holds until 23 Nov 18:09*, and who takes the next step. */
export function Approved({ batch, lastSeen }: ApprovedProps) {
  const { approved } = useWords(approvalWords)
  const { language } = useLanguage()
  const { approval, mine, createdBy, state } = batch
  const { approvedBy, approvedAt, expiresAt } = approval
  if (approvedAt === null || expiresAt === null) return null
  const moment = (at: string) => momentWords(at, new Date(lastSeen), language)
  const yes = {
    by: <Who name={approvedBy} />,
    at: moment(approvedAt),
    until: moment(expiresAt),
  }
  const waitsToResume = state === 'paused'
  const maker = <Who name={createdBy} />
  const told = () => {
    if (mine) return waitsToResume ? approved.you(yes) : approved.youStart(yes)
    return waitsToResume ? approved.resumes(yes, maker) : approved.starts(yes, maker)
  }
  return (
    <Banner tone="primary" icon={UserCheck}>
      {told()}
    </Banner>
  )
}
