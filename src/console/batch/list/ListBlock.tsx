import { styled } from '@mui/material/styles'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { KindFacts } from './KindFacts.tsx'
import { KindTable } from './KindTable.tsx'
import { TextFields } from './TextFields.tsx'
import type { Draft } from './useDraft.ts'
import type { DraftTexts } from './useDraftText.ts'
import type { Intake } from './useIntake.ts'
import type { Purpose } from './usePurpose.ts'
import { Who } from './Who.tsx'
import { listWords } from './words.ts'

const Body = styled('div')({ display: 'grid', gap: 16, paddingBottom: 8 })

/** Everything that the list block holds while it is open. */
export type ListBlockProps = {
  draft: Draft
  purpose: Purpose
  intake: Intake
  texts: DraftTexts
  dragging: boolean
}

/** What is done, to whom, under which title, for which reason. */
export function ListBlock({ draft, purpose, intake, texts, dragging }: ListBlockProps) {
  const words = useWords(listWords)
  return (
    <Body>
      {draft.mayEdit ? (
        <KindTable {...purpose.now} onChange={purpose.change} />
      ) : (
        <KindFacts {...purpose.now} />
      )}
      {purpose.problem !== null && (
        <ProblemNote what={words.notChanged} problem={purpose.problem} retry={purpose.retry} />
      )}
      <Who draft={draft} intake={intake} dragging={dragging} />
      {draft.mayEdit ? (
        <TextFields texts={texts} kind={purpose.now.kind} since={draft.batch?.createdAt ?? null} />
      ) : (
        <p>
          {words.title}: <Visible text={texts.written.title} />
          {words.between}
          {words.reason}: <Visible text={texts.written.reason} />
        </p>
      )}
    </Body>
  )
}
