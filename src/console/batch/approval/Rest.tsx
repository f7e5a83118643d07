import { styled } from '@mui/material/styles'
import { hasLapsed } from '#console/batch/check/lapse.ts'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { Approved } from './Approved.tsx'
import { Facts } from './Facts.tsx'
import { Lapsed } from './Lapsed.tsx'
import { SecondPerson } from './SecondPerson.tsx'
import { standingOf } from './standing.ts'
import { whyWords } from './why.ts'
import { approvalWords } from './words.tsx'

const Body = styled('section')({ display: 'grid', gap: 12 })

type RestProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** What a second person has to do with the rest of a batch that is under way. */
export function Rest({ batch, lastSeen }: RestProps) {
  const words = useWords(approvalWords)
  const standing = standingOf(batch.approval, lastSeen)
  // Nobody approves what can go on no more.
  if (standing === 'free' || hasLapsed(batch, lastSeen)) return null
  if (standing === 'approved') {
    return (
      <div className="part">
        <Approved batch={batch} lastSeen={lastSeen} />
      </div>
    )
  }
  return (
    <div className="part">
      <Body aria-label={words.waits}>
        {standing === 'lapsed' && <Lapsed batch={batch} lastSeen={lastSeen} />}
        {/* The banner says it where it is why the batch paused. */}
        {batch.pausedBecause !== 'approval' && <p>{whyWords(batch, words)}</p>}
        <Facts batch={batch} lastSeen={lastSeen} />
        <SecondPerson batch={batch} />
      </Body>
    </div>
  )
}
