import { styled } from '@mui/material/styles'
import { Button } from '#console/frame/Button.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords, secondWords } from '#console/words/when.ts'
import type { OwnSession } from '#contract/session.ts'
import { agentFrom } from './agent.ts'
import { ownSessionWords } from './words.tsx'

/** One session under the other, divided by hairlines. */
export const Rows = styled('ul')(({ theme }) => ({
  '& > li': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 12,
    minHeight: 60,
    padding: '8px 0',
  },
  '& > li + li': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& > li > div': { minWidth: 0, overflowWrap: 'anywhere' },
  '& strong': { fontWeight: 500 },
  '& p > span': { whiteSpace: 'nowrap' },
  // There the two stand below each other.
  [theme.breakpoints.down('sm')]: {
    '& p > span': { display: 'block' },
    '& .dot': { display: 'none' },
  },
  '& p': { color: theme.vars.palette.text.secondary },
  '& .this': {
    ...theme.typography.caption,
    display: 'inline-block',
    marginLeft: 8,
    padding: '2px 7px',
    borderRadius: 5,
    background: theme.vars.palette.background.chip,
    color: theme.vars.palette.text.secondary,
  },
}))

type OwnSessionRowProps = {
  session: OwnSession
  now: Date
  /** Another one is being ended. */
  isClosed: boolean
  isEnding: boolean
  onEnd: () => void
}

/** One of one's own sessions: in which browser, since when, last seen when. */
export function OwnSessionRow({ session, now, isClosed, isEnding, onEnd }: OwnSessionRowProps) {
  const words = useWords(ownSessionWords)
  const { language } = useLanguage()
  const { agent, current, startedAt, lastSeenAt } = session
  const known = agent === null ? null : agentFrom(agent)
  const called = known === null ? (agent ?? words.unknownBrowser) : words.browser(known)
  // Of several in one browser a minute would not tell which is which.
  const at = secondWords(startedAt, now, language)
  return (
    <li>
      <div>
        <strong>
          <Visible text={called} />
        </strong>
        {current && <span className="this">{words.thisOne}</span>}
        <p>
          <span>{words.signedIn(at)}</span> <span className="dot">·</span>{' '}
          <span>{words.lastSeen(minuteWords(lastSeenAt, now, language))}</span>
        </p>
      </div>
      {!current && (
        <Button
          size="small"
          disabled={isClosed}
          aria-label={words.endOf(called, at)}
          onClick={onEnd}
        >
          {isEnding ? words.ending : words.end}
        </Button>
      )}
    </li>
  )
}
