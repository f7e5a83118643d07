import { styled } from '@mui/material/styles'
import CircleX from 'lucide-react/icons/circle-x'
import type { Problem, ProblemCode } from '#console/call/problem.ts'
import { useDesk } from '#console/session/session.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { megabytes, type Unfit } from './fit.ts'
import { listWords } from './words.ts'

const Line = styled('p')(({ theme }) => ({
  display: 'flex',
  gap: 8,
  color: theme.vars.palette.error.main,
  '& svg': { flex: 'none', marginTop: 2 },
}))

function unfitWords(unfit: Unfit, words: (typeof listWords)['en']): string {
  switch (unfit.why) {
    case 'several':
      return words.several(unfit.count)
    case 'folder':
      return words.folder
    case 'nothing':
      return words.noFile
    case 'too_large':
      return words.fileTooLarge(unfit.name, megabytes(unfit.bytes))
    case 'empty':
      return words.fileEmpty(unfit.name)
    case 'not_text':
      return words.notText(unfit.name)
    case 'gone':
      return words.fileGone(unfit.name)
    case 'busy':
      return words.busy(unfit.name)
    default:
      return unfit satisfies never
  }
}

/** Why something was not sent at all. */
export function NotSent({ unfit }: { unfit: Unfit }) {
  const words = useWords(listWords)
  return (
    <Line role="alert">
      <CircleX size={16} strokeWidth={1.75} aria-hidden />
      {unfitWords(unfit, words)}
    </Line>
  )
}

/** Why a list was not taken, in the words of lists; what may go well next time can be tried again. */
export function NotReceived({ problem, retry }: { problem: Problem; retry: () => void }) {
  const words = useWords(listWords)
  const { batchMax } = useDesk()
  const said: Partial<Record<ProblemCode, string>> = {
    list_too_long: words.tooLong(batchMax),
    list_unreadable: words.unreadable,
    blank_list: words.blankList,
    too_large: words.tooLarge,
    wrong_state: words.noDraft,
  }
  const why = said[problem.code]
  return (
    <ProblemNote
      what={words.notReceived}
      problem={problem}
      {...(why === undefined ? { retry } : { why })}
    />
  )
}
