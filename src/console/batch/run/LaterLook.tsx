import { styled } from '@mui/material/styles'
import Undo from 'lucide-react/icons/undo-2'
import { useState } from 'react'
import type { Live } from '#console/batch/live.ts'
import { momentWords } from '#console/batch/moment.ts'
import { Banner } from '#console/state/Banner.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { CameBack } from './CameBack.tsx'
import { resultWords } from './result-words.ts'

const Line = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  color: theme.vars.palette.text.secondary,
  '& progress': { width: 240, maxWidth: '100%', accentColor: theme.vars.palette.primary.dark },
}))

/** How far a later look is; once it is over, who came back. */
export function LaterLook({ live }: { live: Live }) {
  const words = useWords(resultWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const { left, total, at, cameBack } = live.batch.recheck
  if (left > 0) {
    return (
      <Line>
        <span>{words.looking(total - left, total)}</span>
        <progress aria-label={words.progress} max={total} value={total - left} />
      </Line>
    )
  }
  if (at === null) return null
  if (cameBack === 0) {
    return <Line role="status">{words.nobodyCameBack(momentWords(at, now, language))}</Line>
  }
  return (
    <Banner icon={Undo}>
      <CameBack live={live} now={now} />
    </Banner>
  )
}
