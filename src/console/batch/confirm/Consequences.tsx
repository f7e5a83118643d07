import { styled } from '@mui/material/styles'
import { draftWords } from '#console/batch/draft/words.ts'
import { landing } from '#console/batch/useKeptFocus.ts'
import { dialogWords } from '#console/dialog/words.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { useWords } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import type { Batch } from '#contract/batch.ts'
import type { Frozen } from './useFrozen.ts'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  '& h3': { ...theme.typography.h1, justifySelf: 'start' },
  '& h3:lang(zh)': { letterSpacing: 0 },
  '& .erased': {
    padding: '8px 0',
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
    '& dt': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
    '& dd': { display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 8 },
    '& dd strong': { ...theme.typography.h2 },
  },
  '& .link': {
    font: 'inherit',
    padding: 0,
    border: 0,
    background: 'none',
    color: theme.vars.palette.primary.main,
    textDecoration: 'underline',
    textUnderlineOffset: 3,
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
}))

type ConsequencesProps = { batch: Batch; frozen: Frozen; onShow?: () => void }

/** The question, and all that follows from a yes. */
export function Consequences({ batch, frozen, onShow }: ConsequencesProps) {
  const words = useWords(draftWords)
  const { cannotBeUndone } = useWords(dialogWords)
  const { rows, willRun } = batch
  const willNot = rows - willRun
  return (
    <Body>
      <h3 {...landing}>{words.question(willRun)}</h3>
      <p>
        {willNot === 0 ? words.allRows(rows) : words.ofRows(rows, willRun, willNot)}{' '}
        {willNot > 0 && onShow !== undefined && (
          <button type="button" className="link" onClick={onShow}>
            {words.show}
          </button>
        )}
      </p>
      <dl className="erased">
        <dt>{words.erased}</dt>
        <dd>
          <strong>{figure(willRun)}</strong> {words.accounts(willRun)}
        </dd>
      </dl>
      <p>
        <strong>{words.kept}</strong> {words.keptWhat}
      </p>
      {frozen.stillActive > 0 && <Banner>{words.stillActive(frozen.stillActive)}</Banner>}
      {frozen.mayComeBack > 0 && <Banner>{words.mayComeBack(frozen.mayComeBack)}</Banner>}
      <p>
        <strong>{cannotBeUndone}</strong> {words.snapshotSaved}
      </p>
    </Body>
  )
}
