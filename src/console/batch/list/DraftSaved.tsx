import { styled } from '@mui/material/styles'
import CloudCheck from 'lucide-react/icons/cloud-check'
import CloudOff from 'lucide-react/icons/cloud-off'
import type { Problem } from '#console/call/problem.ts'
import { problemWords, sentenceAbout } from '#console/call/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { clockWords } from '#console/words/when.ts'
import type { Draft } from './useDraft.ts'
import type { DraftTexts } from './useDraftText.ts'
import { listWords } from './words.ts'

const Line = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  color: theme.vars.palette.text.secondary,
  '& svg': { flex: 'none' },
  '&[data-failed]': { color: theme.vars.palette.error.main },
}))

/** *Draft saved 18:02:40*; where saving failed, why, and the way to try again. */
export function DraftSaved({ draft, texts }: { draft: Draft; texts: DraftTexts }) {
  const words = useWords(listWords)
  if (texts.problem !== null) return <NotSaved texts={texts} problem={texts.problem} />
  if (draft.batch === null) return <Line>{words.notYet}</Line>
  const saved = draft.savedAt === null ? words.saved : words.savedAt(clockWords(draft.savedAt))
  return (
    <Line>
      <CloudCheck size={16} strokeWidth={1.75} aria-hidden />
      {texts.isSaving ? words.saving : saved}
    </Line>
  )
}

/** Why what was written is not saved, and the way to try again. */
export function NotSaved({ texts, problem }: { texts: DraftTexts; problem: Problem }) {
  const words = useWords(listWords)
  const problems = useWords(problemWords)
  return (
    <Line role="alert" data-failed="">
      <CloudOff size={16} strokeWidth={1.75} aria-hidden />
      {words.notSaved} {sentenceAbout(problems, problem.code)}
      <Button size="small" onClick={texts.save}>
        {problems.tryAgain}
      </Button>
    </Line>
  )
}
