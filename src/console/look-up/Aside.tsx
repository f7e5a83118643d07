import { styled } from '@mui/material/styles'
import Check from 'lucide-react/icons/check'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import Minus from 'lucide-react/icons/minus'
import { Link } from 'react-router'
import { kindWords } from '#console/text/kind-words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { LookUpReply, Tried } from '#contract/look-up.ts'
import { hashFor } from './address.ts'
import { useRecent } from './queries.ts'
import { lookUpWords } from './words.tsx'

const Body = styled('div')(({ theme }) => {
  const { palette } = theme.vars
  return {
    '& section': { padding: '14px 24px', borderBottom: `1px solid ${palette.divider}` },
    '& section:last-child': { borderBottom: 0 },
    '& header': { display: 'flex', justifyContent: 'space-between', gap: 12 },
    '& h2': { fontSize: 13, lineHeight: '20px', letterSpacing: 0 },
    '& p, & header span': { color: palette.text.secondary },
    '& li': {
      display: 'flex',
      alignItems: 'center',
      gap: 10,
      minHeight: 32,
      '& > :last-child': { marginLeft: 'auto' },
    },
    '& .tried li': { borderBottom: `1px solid ${palette.divider}` },
    '& .tried li:last-child': { borderBottom: 0 },
    '& .recent': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
      gap: 12,
      width: '100%',
      padding: '5px 0',
      color: palette.text.primary,
      textDecoration: 'none',
      '& > *': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      '& code': theme.typography.code,
      '& .kind': { color: palette.text.secondary },
      '& .result': { textAlign: 'right' },
      '&:hover code': { textDecoration: 'underline' },
    },
    '& .found svg': { color: palette.success.main },
    '& .no_answer svg': { color: palette.warning.main },
    [theme.breakpoints.down('md')]: { '& section': { padding: '14px 16px' } },
  }
})

const icons = { found: Check, not_found: Minus, no_answer: CircleQuestionMark }

function TriedKinds({ tried, several }: { tried: readonly Tried[]; several: boolean }) {
  const words = useWords(lookUpWords)
  const { label } = useWords(kindWords)
  const said = {
    found: words.triedFound,
    not_found: words.triedNobody,
    no_answer: words.triedNoAnswer,
  }
  return (
    <section>
      <h2>{words.tried}</h2>
      <ul className="tried">
        {tried.map(({ kind, outcome }) => {
          const Icon = icons[outcome]
          return (
            <li key={kind} className={outcome}>
              <Icon size={14} strokeWidth={1.75} aria-hidden />
              {label[kind]}
              <span>{said[outcome]}</span>
            </li>
          )
        })}
      </ul>
      {several && <p>{words.frozen}</p>}
    </section>
  )
}

/** Beside the list while nobody is open: the kinds that were tried, and the lookups of this session. */
export function LookUpAside({ answer }: { answer: LookUpReply | undefined }) {
  const words = useWords(lookUpWords)
  const { inText } = useWords(kindWords)
  const recent = useRecent()
  return (
    <Body>
      {answer !== undefined && <TriedKinds tried={answer.tried} several={answer.hits.length > 1} />}
      <section>
        <header>
          <h2>{words.session}</h2>
          <span>{words.forgotten}</span>
        </header>
        {recent.length === 0 && <p>{words.noLookUps}</p>}
        <ul>
          {recent.map(({ asked, kind, found }) => (
            <li key={hashFor(asked)}>
              <Link className="recent" to={{ pathname: '/users', hash: hashFor(asked) }}>
                <code>
                  <Visible text={asked.value} />
                </code>
                <span className="kind">{kind === null ? '' : inText[kind]}</span>
                <span className="result">
                  {'name' in found ? <Visible text={found.name} /> : words.users(found.count)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Body>
  )
}
