import { styled } from '@mui/material/styles'
import { useWords } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import type { Batch } from '#contract/batch.ts'
import { confirmWords } from './words.ts'

const Frame = styled('div')(({ theme }) => ({
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  padding: '8px 0',
  '& h4': {
    ...theme.typography.caption,
    margin: 0,
    paddingBottom: 4,
    color: theme.vars.palette.text.secondary,
  },
  '& dl': { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', margin: 0 },
  '& dl > div': {
    display: 'flex',
    flexDirection: 'column-reverse',
    flex: '1 1 112px',
    minWidth: 0,
  },
  '& dl > .all': {
    flexDirection: 'row-reverse',
    justifyContent: 'flex-end',
    alignItems: 'baseline',
    flexWrap: 'wrap-reverse',
    columnGap: 8,
  },
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { ...theme.typography.h2, margin: 0 },
  '& dd:lang(zh)': { letterSpacing: 0 },
}))

const goods = ['roles', 'groups', 'departments', 'positions', 'authorizations'] as const

/** What goes, as figures: all that is taken from whoever is resigned, else the accounts. */
export function Figures({ batch: { kind, goes, willRun } }: { batch: Batch }) {
  const words = useWords(confirmWords)
  const { head, accounts } = words.follows[kind]
  return (
    <Frame>
      <h4>{head}</h4>
      <dl>
        {kind === 'resign' && goes !== null ? (
          goods.map((good) => (
            <div key={good}>
              <dt>{words.goes[good](goes[good])}</dt>
              <dd>{figure(goes[good])}</dd>
            </div>
          ))
        ) : (
          <div className="all">
            <dt>{accounts(willRun)}</dt>
            <dd>{figure(willRun)}</dd>
          </div>
        )}
      </dl>
    </Frame>
  )
}
