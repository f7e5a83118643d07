import FileX from 'lucide-react/icons/file-x'
import { lazy, Suspense, useState } from 'react'
import { RequestNews } from '#console/batch/approval/RequestNews.tsx'
import { type Draft, useDraft } from '#console/batch/list/useDraft.ts'
import { useDraftText } from '#console/batch/list/useDraftText.ts'
import { useDrop } from '#console/batch/list/useDrop.ts'
import { useIntake } from '#console/batch/list/useIntake.ts'
import { usePurpose } from '#console/batch/list/usePurpose.ts'
import { listWords } from '#console/batch/list/words.ts'
import type { Live } from '#console/batch/live.ts'
import { Sheet } from '#console/batch/page.ts'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { useKeptFocus } from '#console/batch/useKeptFocus.ts'
import { batchWords } from '#console/batch/words.ts'
import { ButtonLink } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { Empty } from '#console/state/Empty.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchState } from '#contract/batch.ts'
import { CheckAndConfirm } from './CheckAndConfirm.tsx'
import { DraftHeader } from './DraftHeader.tsx'
import { ListStep } from './ListStep.tsx'
import { Step } from './Step.tsx'
import { useOpenBlock } from './useOpenBlock.ts'
import { draftWords } from './words.ts'

const DiscardDialog = lazy(() =>
  import('./DiscardDialog.tsx').then((module) => ({ default: module.DiscardDialog })),
)

/** States in which the list may still be changed. */
const open: readonly BatchState[] = ['draft', 'checking', 'checked']

type DraftPageProps = {
  /** null: nothing is on the server yet. */
  live: Live | null
  lastSeen: number
}

/** A batch on its way to a start: list, check, confirm. Whoever did not make it reads. */
export function DraftPage({ live, lastSeen }: DraftPageProps) {
  const words = useWords(draftWords)
  const may = useMay('operator')
  const narrow = useIsNarrow()
  const batch = live?.batch ?? null
  const mayDecide = may && !narrow && (batch === null || batch.mine)
  const mayEdit = mayDecide && (batch === null || open.includes(batch.state))
  const [discarding, setDiscarding] = useState(false)

  const draft = useDraft(batch, mayEdit)
  const texts = useDraftText(draft)
  const purpose = usePurpose(draft)
  const intake = useIntake(draft, purpose.listKind)
  const block = useOpenBlock(batch, mayEdit)
  const dragging = useDrop(draft.mayEditLists, ({ files, hasFolder }) => {
    block.choose('list')
    intake.takeFiles(files, hasFolder)
  })
  useKeptFocus(`${block.open} ${batch?.lists.length ?? 0} ${intake.way}`)

  if (batch?.state === 'discarded') {
    return (
      <Sheet>
        <DraftHeader draft={draft} texts={texts} />
        <div className="part">
          <Empty icon={FileX} what={words.discarded} why={words.discardedWhy}>
            <ButtonLink to="/batches/new">{words.newBatch}</ButtonLink>
          </Empty>
        </div>
      </Sheet>
    )
  }
  const onDiscard = () => setDiscarding(true)
  return (
    <Sheet>
      <DraftHeader
        draft={draft}
        texts={texts}
        {...(mayDecide && batch !== null && { onDiscard })}
      />
      <RequestNews batch={batch} lastSeen={lastSeen} />
      {(batch !== null || mayEdit) && (
        <ListStep
          draft={draft}
          purpose={purpose}
          intake={intake}
          texts={texts}
          dragging={dragging}
          open={block.open === 'list'}
          isAsked={batch?.state === 'confirmed' && block.open === 'confirm'}
          {...(batch?.state !== 'confirmed' && { onOpen: () => block.choose('list') })}
        />
      )}
      {live !== null && live.batch.state !== 'draft' ? (
        <CheckAndConfirm
          live={live}
          lastSeen={lastSeen}
          open={block.open}
          onOpen={block.choose}
          mayDecide={mayDecide}
        />
      ) : (
        <Later draft={draft} />
      )}
      {discarding && batch !== null && (
        <Suspense>
          <DiscardDialog batch={batch} onClose={() => setDiscarding(false)} />
        </Suspense>
      )}
    </Sheet>
  )
}

/** The blocks that nothing can be done in before there is a list, and the way out for who makes none. */
function Later({ draft }: { draft: Draft }) {
  const words = useWords(draftWords)
  const { opensWithList } = useWords(listWords)
  const { toBatches } = useWords(batchWords)
  if (draft.batch === null && !draft.mayEdit) {
    return (
      <div className="part">
        <ButtonLink to="/batches">{toBatches}</ButtonLink>
      </div>
    )
  }
  return (
    <>
      <Step number={2} name={words.check} state="later" head={<span>{opensWithList}</span>} />
      <Step number={3} name={words.confirm} state="later" head={<span>{words.opens}</span>} />
    </>
  )
}
