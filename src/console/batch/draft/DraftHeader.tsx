import { Crumbs } from '#console/batch/Crumbs.tsx'
import { DraftSaved } from '#console/batch/list/DraftSaved.tsx'
import type { Draft } from '#console/batch/list/useDraft.ts'
import type { DraftTexts } from '#console/batch/list/useDraftText.ts'
import { TitleRow } from '#console/batch/page.ts'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { landing } from '#console/batch/useKeptFocus.ts'
import { batchWords } from '#console/batch/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { draftWords } from './words.ts'

type DraftHeaderProps = {
  draft: Draft
  texts: DraftTexts
  onDiscard?: () => void
}

/** That it is a draft, whether all of it is saved, and whose it is; its maker may discard it. */
export function DraftHeader({ draft, texts, onDiscard }: DraftHeaderProps) {
  const words = useWords(draftWords)
  const { batch, mayEdit } = draft
  const title = batch?.title ?? ''
  return (
    <header>
      <Crumbs batchId={batch?.batchId ?? null} />
      <TitleRow>
        <h1 className="title" tabIndex={-1} {...(batch?.state === 'discarded' && landing)}>
          {title === '' ? words.newBatch : <Visible text={title} />}
        </h1>
        <div className="acts">
          {mayEdit && <DraftSaved draft={draft} texts={texts} />}
          {onDiscard !== undefined && (
            <Button variant="text" color="inherit" onClick={onDiscard}>
              {words.discard}
            </Button>
          )}
        </div>
      </TitleRow>
      {batch?.state !== 'discarded' && <WhoseItIs draft={draft} />}
    </header>
  )
}

/** Why the reader only reads. */
function WhoseItIs({ draft: { batch } }: { draft: Draft }) {
  const words = useWords(draftWords)
  const { whoNeeds } = useWords(batchWords)
  const may = useMay('operator')
  const narrow = useIsNarrow()
  // Whoever is asked to approve it reads there what they can do.
  if (batch?.state === 'confirmed' && batch.approval.mayApprove === 'yes') return null
  if (!may) return <p className="quiet">{whoNeeds}</p>
  if (batch !== null && !batch.mine) {
    return <p className="quiet">{words.notYours(batch.createdBy ?? '')}</p>
  }
  return narrow ? <p className="quiet">{words.narrow}</p> : null
}
