import { styled } from '@mui/material/styles'
import OctagonPause from 'lucide-react/icons/octagon-pause'
import { lazy, Suspense, useState } from 'react'
import { keptReason } from '#console/dialog/kept-reason.ts'
import { useOpener } from '#console/dialog/useOpener.ts'
import { Button } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Stop } from '#contract/session.ts'
import { allowingAs } from './allowing-as.ts'
import { sinceWords } from './since.ts'
import { stopWords } from './words.tsx'

const AllowDialog = lazy(() =>
  import('./SwitchDialog.tsx').then((module) => ({ default: module.AllowDialog })),
)

const Body = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  padding: '6px 24px',
  color: theme.vars.palette.warning.main,
  background: theme.vars.palette.warning.light,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > svg': { flex: 'none' },
  // A reason has an end: only on a very small screen it scrolls, so that the page below keeps its place.
  '& p': { flex: '1 1 240px', maxHeight: '40vh', overflowY: 'auto', overflowWrap: 'anywhere' },
  '& .rest': { color: theme.vars.palette.text.primary },
  [theme.breakpoints.down('md')]: {
    padding: '8px 16px',
    '& > svg': { alignSelf: 'start', marginTop: 2 },
    '& > button': { marginLeft: 28 },
  },
}))

const isSentence = (reason: string) => /[.。!！?？]\s*$/.test(reason)

/** *Everything is stopped since 18:04 by Chen Jing: …*; an approver allows it again from here. */
export function Band({ stopped }: { stopped: Stop }) {
  const words = useWords(stopWords)
  const { language } = useLanguage()
  const mayAllow = useMay('approver')
  const [now] = useState(() => new Date())
  const { at, by, reason } = stopped
  const [asking, setAsking] = useState(() => mayAllow && keptReason(allowingAs(stopped)) !== null)
  const opener = useOpener(asking)
  const told = {
    at: sinceWords(at, now, language),
    by: by === null ? words.somebody : <Visible text={by} />,
    follows: <span className="rest">{mayAllow ? words.nothingSent : words.nothingSentAsk}</span>,
  }
  const because = (why: string) => <Visible text={isSentence(why) ? why : words.sentence(why)} />
  return (
    <Body role="alert">
      <OctagonPause size={16} strokeWidth={1.75} aria-hidden />
      <p>{reason === null ? words.stopped(told) : words.stoppedBecause(told, because(reason))}</p>
      {mayAllow && (
        <Button ref={opener} size="small" onClick={() => setAsking(true)}>
          {words.openAgain}
        </Button>
      )}
      {asking && (
        <Suspense>
          <AllowDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Body>
  )
}
