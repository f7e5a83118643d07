import { styled } from '@mui/material/styles'
import { landing } from '#console/batch/useKeptFocus.ts'
import { isFinal } from '#console/batch/weight.ts'
import { dialogWords } from '#console/dialog/words.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch, BatchKind, Goes } from '#contract/batch.ts'
import { Figures } from './Figures.tsx'
import { confirmWords } from './words.ts'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  '& h3': { ...theme.typography.h1, justifySelf: 'start' },
  '& h3:lang(zh)': { letterSpacing: 0 },
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

/** The question, and all that follows from a yes. */
export function Consequences({ batch, onShow }: { batch: Batch; onShow: () => void }) {
  const words = useWords(confirmWords)
  const { cannotBeUndone } = useWords(dialogWords)
  const { rows, willRun, state, kind, goes, accepted, secondsLeft, endSessions } = batch
  const willNot = rows - willRun
  const ending = endSessions && goes !== null ? [words.goes.sessions(goes.sessions)] : []
  const sessions = isFinal(kind) && !endSessions ? [words.sessionsStay] : ending
  const last = secondsLeft === null ? words.closePage : words.about(secondsLeft / 60)
  return (
    <Body>
      <h3 {...landing}>{words.question[kind](willRun)}</h3>
      {/* The check above says the same of a list that nobody can change any more. */}
      {(willNot > 0 || state !== 'confirmed') && (
        <p>
          {willNot === 0 ? words.allRows(rows) : words.ofRows(rows, willRun, willNot)}{' '}
          {willNot > 0 && (
            <button type="button" className="link" onClick={onShow}>
              {words.show}
            </button>
          )}
        </p>
      )}
      <Figures batch={batch} />
      <p>
        <strong>{words.kept}</strong>
        {[words.follows[kind].kept, ...sessions].join(words.space)}
      </p>
      {accepted > 0 && <p>{words.accepted(accepted)}</p>}
      {goes !== null && <Warnings kind={kind} goes={goes} />}
      <p>
        {isFinal(kind) && (
          <strong>
            {cannotBeUndone}
            {words.space}
          </strong>
        )}
        {[words.snapshotSaved, last].join(words.space)}
      </p>
    </Body>
  )
}

/** What should be known before saying yes: what is not known, who is still here, who may return. */
function Warnings({ kind, goes }: { kind: BatchKind; goes: Goes }) {
  const words = useWords(confirmWords)
  const told = [
    ...(isFinal(kind) ? (['unread'] as const) : []),
    ...(kind === 'delete' ? (['stillActive'] as const) : []),
    ...(kind === 'reactivate' ? [] : (['mayComeBack'] as const)),
  ]
  return told.map(
    (what) => goes[what] > 0 && <Banner key={what}>{words.goes[what](goes[what])}</Banner>,
  )
}
