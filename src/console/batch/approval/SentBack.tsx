import Undo from 'lucide-react/icons/undo-2'
import { momentWords } from '#console/batch/moment.ts'
import { Banner } from '#console/state/Banner.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { Who } from './Who.tsx'
import { approvalWords } from './words.tsx'

type SentBackProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** *Sent back by Wang Lan at 18:20:05: …*, until the list is confirmed again. */
export function SentBack({ batch: { state, approval }, lastSeen }: SentBackProps) {
  const words = useWords(approvalWords)
  const { language } = useLanguage()
  const { declined } = approval
  if (state !== 'checked' || declined === null) return null
  const { by, at, reason } = declined
  return (
    <Banner icon={Undo}>
      {words.sentBack(
        <Who name={by} />,
        momentWords(at, new Date(lastSeen), language),
        <Visible text={reason} />,
      )}
    </Banner>
  )
}
