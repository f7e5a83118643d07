import Undo from 'lucide-react/icons/undo-2'
import { Banner } from '#console/state/Banner.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { requestWords } from './request-words.ts'
import { useNewsAloud } from './useNewsAloud.ts'
import { useTakenBack } from './useTakenBack.ts'

type RequestNewsProps = {
  /** null: nothing is on the server yet. */
  batch: Batch | null
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/**
 * What becomes of a request while somebody is on the page: said aloud, and, where the list itself tells
 * nothing of it, shown: that there is nothing to approve any more, and by whose doing.
 */
export function RequestNews({ batch, lastSeen }: RequestNewsProps) {
  const words = useWords(requestWords)
  const takenBack = useTakenBack(batch, lastSeen)
  useNewsAloud(batch, lastSeen, takenBack)
  if (batch === null || !takenBack) return null
  return (
    <div className="part">
      <Banner icon={Undo}>
        <Visible text={words.takenBack(batch.createdBy)} />
      </Banner>
    </div>
  )
}
