import { styled } from '@mui/material/styles'
import { batchWords } from '#console/batch/words.ts'
import { useWords } from '#console/words/language.tsx'
import type { BatchKind } from '#contract/batch.ts'
import { listWords } from './words.ts'

const Facts = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  gap: '4px 24px',
  '& dt': { color: theme.vars.palette.text.secondary },
  '& strong': { fontWeight: 600 },
}))

/** What is done to everybody on the list, for somebody who only reads. */
export function KindFacts({ kind, endSessions }: { kind: BatchKind; endSessions: boolean }) {
  const words = useWords(listWords)
  const names = useWords(batchWords).kind
  const { goes, stays, undo } = words.kind[kind]
  return (
    <Facts>
      <dt>{words.kindHead}</dt>
      <dd>
        <strong>{names[kind]}</strong>
        {endSessions && words.between + words.endSessions}
      </dd>
      <dt>{words.goesHead}</dt>
      <dd>{goes}</dd>
      <dt>{words.staysHead}</dt>
      <dd>{stays}</dd>
      <dt>{words.undoHead}</dt>
      <dd>{undo}</dd>
    </Facts>
  )
}
