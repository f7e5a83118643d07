import CloudCheck from 'lucide-react/icons/cloud-check'
import { useState } from 'react'
import { Crumbs } from '#console/batch/Crumbs.tsx'
import { momentWords } from '#console/batch/moment.ts'
import { TitleRow } from '#console/batch/page.ts'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { landing } from '#console/batch/useKeptFocus.ts'
import { Button } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { draftWords } from './words.ts'

/** That it is a draft, since when, and whose; its maker may discard it. */
export function DraftHeader({ batch, onDiscard }: { batch: Batch; onDiscard?: () => void }) {
  const words = useWords(draftWords)
  const { language } = useLanguage()
  const may = useMay('operator')
  const narrow = useIsNarrow()
  const [now] = useState(() => new Date())
  const { batchId, title, createdAt, createdBy, mine, state } = batch
  const open = state !== 'discarded'
  return (
    <header>
      <Crumbs batchId={batchId} />
      <TitleRow>
        <h1 className="title" {...(!open && landing)}>
          {title === '' ? words.newBatch : <Visible text={title} />}
        </h1>
        <div className="acts">
          {open && (
            <span className="quiet saved">
              <CloudCheck size={16} strokeWidth={1.75} aria-hidden />
              {words.saved(momentWords(createdAt, now, language))}
            </span>
          )}
          {onDiscard !== undefined && (
            <Button variant="text" color="inherit" onClick={onDiscard}>
              {words.discard}
            </Button>
          )}
        </div>
      </TitleRow>
      {open && !may && <p className="quiet">{words.noRole}</p>}
      {open && may && !mine && <p className="quiet">{words.notYours(createdBy ?? '')}</p>}
      {open && may && mine && narrow && <p className="quiet">{words.narrow}</p>}
    </header>
  )
}
