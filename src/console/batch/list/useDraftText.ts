import { useEffect, useEffectEvent, useState } from 'react'
import type { Problem } from '#console/call/problem.ts'
import { changeOf, type DraftText, sameText, textOf, withServer } from './draft-text.ts'
import { keepText, keptText } from './kept-text.ts'
import { useEdit } from './useChange.ts'
import type { Draft } from './useDraft.ts'

/** After so long without a key, what was written is saved. */
const pauseMs = 800

/** Title and reason as they are being written, saved by themselves. */
export type DraftTexts = {
  written: DraftText
  write: (part: Partial<DraftText>) => void
  /** Saves at once, without waiting for a pause. */
  save: () => void
  /** Until all of it is on the server. */
  isSaving: boolean
  /** Why the last attempt was not saved. Nothing is tried again until somebody says so, or writes on. */
  problem: Problem | null
}

/** Keeps title and reason of a draft: here at once, on the server after a pause. */
export function useDraftText(draft: Draft): DraftTexts {
  const batchId = draft.batch?.batchId ?? null
  const [beganNew] = useState(batchId === null)
  const server = textOf(draft.batch)
  const [fields, setFields] = useState(() => ({
    written: (draft.mayEdit ? keptText(batchId) : null) ?? server,
    saved: server,
    server,
  }))
  if (!sameText(fields.server, server)) setFields(withServer(fields, server))
  const { written, saved } = fields

  const edit = useEdit(draft)
  const [tried, setTried] = useState<DraftText | null>(null)
  const change = changeOf(written, saved)
  const isUnsaved = draft.mayEdit && change !== null
  const hasFailed = edit.isError && tried !== null && sameText(tried, written)
  const isDue = isUnsaved && batchId !== null && !edit.isPending

  // Asked for while another save was on its way: then at once after it.
  const [isUrgent, setUrgent] = useState(false)
  const save = (text: DraftText) => {
    setUrgent(isUnsaved && edit.isPending)
    if (!isDue) return
    setTried(text)
    edit.mutate(change, {
      onSuccess: () => setFields((now) => ({ ...now, saved: text })),
    })
  }
  const saveAfterPause = useEffectEvent(save)
  const waits = isDue && !hasFailed
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => saveAfterPause(written), isUrgent ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [waits, written, isUrgent])

  useEffect(() => {
    if (draft.mayEdit) keepText(batchId, isUnsaved ? written : null)
    // From its first row on a new draft has its own place.
    if (beganNew && batchId !== null) keepText(null, null)
  }, [draft.mayEdit, beganNew, batchId, isUnsaved, written])

  return {
    written,
    write: (part) => setFields((now) => ({ ...now, written: { ...now.written, ...part } })),
    save: () => save(written),
    isSaving: edit.isPending || (isUnsaved && batchId !== null),
    problem: hasFailed ? edit.error : null,
  }
}
