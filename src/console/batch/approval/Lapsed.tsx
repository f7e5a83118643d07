import Hourglass from 'lucide-react/icons/hourglass'
import { momentWords } from '#console/batch/moment.ts'
import { Banner } from '#console/state/Banner.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { Who } from './Who.tsx'
import { approvalWords } from './words.tsx'

type LapsedProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** That somebody approved it, and that this no longer counts. */
export function Lapsed({ batch: { approval }, lastSeen }: LapsedProps) {
  const words = useWords(approvalWords)
  const { language } = useLanguage()
  const { approvedBy, approvedAt } = approval
  if (approvedAt === null) return null
  const at = momentWords(approvedAt, new Date(lastSeen), language)
  return <Banner icon={Hourglass}>{words.lapsed(<Who name={approvedBy} />, at)}</Banner>
}
