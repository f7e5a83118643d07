import { styled } from '@mui/material/styles'
import { Link } from 'react-router'
import { fingerprintWords } from '#console/batch/confirm/fingerprint.ts'
import { confirmWords } from '#console/batch/confirm/words.ts'
import { momentWords } from '#console/batch/moment.ts'
import { batchWords } from '#console/batch/words.ts'
import { CopyButton } from '#console/text/CopyButton.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import type { Batch } from '#contract/batch.ts'
import { Who } from './Who.tsx'
import { approvalWords } from './words.tsx'

const List = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  gap: '4px 16px',
  // A copy button makes its line higher.
  alignItems: 'baseline',
  [theme.breakpoints.up('md')]: {
    gridTemplateColumns: 'max-content minmax(0, 1fr) max-content minmax(0, 1fr)',
  },
  margin: 0,
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  '& code': theme.typography.code,
}))

type FactsProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** Whose list it is, why, and by which fingerprint two people know that they mean the same one. */
export function Facts({ batch, lastSeen }: FactsProps) {
  const words = useWords(approvalWords)
  const { fingerprint: name } = useWords(confirmWords)
  const { number } = useWords(batchWords)
  const { language } = useLanguage()
  const { createdBy, createdAt, startedBy, parentId, reason, fingerprint, outcomes } = batch
  const isUnderWay = batch.state === 'paused'
  const at = momentWords(createdAt, new Date(lastSeen), language)
  const maker = <Who name={createdBy} />
  // Nobody but its maker asks for approval of a list.
  const both = isUnderWay ? words.madeAndStartedBy : words.madeAndAskedBy
  const startedByOther = isUnderWay && startedBy !== createdBy
  return (
    <List aria-label={words.facts}>
      {startedByOther && (
        <>
          <dt>{words.startedBy}</dt>
          <dd>
            <Who name={startedBy} />
          </dd>
        </>
      )}
      <dt>{startedByOther ? words.madeBy : both}</dt>
      <dd>
        {parentId === null
          ? words.made(maker, at)
          : words.madeFrom(maker, at, <Link to={`/batches/${parentId}`}>{number(parentId)}</Link>)}
      </dd>
      <dt>{words.reason}</dt>
      <dd>
        <Visible text={reason ?? ''} />
      </dd>
      {isUnderWay && (
        <>
          <dt>{words.left}</dt>
          <dd>{figure(outcomes.waiting)}</dd>
        </>
      )}
      {fingerprint !== null && (
        <>
          <dt>{name}</dt>
          <dd>
            <code>{fingerprintWords(fingerprint)}</code>{' '}
            <CopyButton value={fingerprint} what={name} />
          </dd>
        </>
      )}
    </List>
  )
}
