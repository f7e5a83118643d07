import { useEffect, useEffectEvent, useState } from 'react'
import type { Problem } from '#console/call/problem.ts'
import type { EditRequest, ListKind } from '#contract/batch.ts'
import { keepDoing, keptDoing } from './kept-text.ts'
import { type Chosen, changeTo, type Doing, doingIn, first, withPreset } from './purpose.ts'
import { useEdit } from './useChange.ts'
import type { Draft } from './useDraft.ts'

/** What a draft is for, and the way to change it. */
export type Purpose = {
  now: Doing
  change: (change: { kind: ListKind } | { endSessions: boolean }) => void
  problem: Problem | null
  retry: () => void
}

/**
 * What the draft is for: kept here until the first row makes the draft, on the server from then on.
 * Whatever is chosen stands there at once while it is being saved.
 */
export function usePurpose(draft: Draft): Purpose & { listKind: ListKind } {
  const [chosen, setChosen] = useState<Chosen>(() => keptDoing() ?? first)
  const [beganNew] = useState(draft.batch === null)
  const edit = useEdit(draft)
  const { batch, mayEdit } = draft
  const { kind, endSessions } = batch ?? chosen
  const known: Doing = { kind, endSessions }
  const { variables, error } = edit
  const [unsaved, setUnsaved] = useState<EditRequest>({})
  const save = (change: EditRequest) => {
    setUnsaved((now) => ({ ...now, ...withPreset(change) }))
    edit.mutate(change, { onSettled: () => setUnsaved({}) })
  }

  const saveChosen = useEffectEvent(() => {
    const change = batch === null || !mayEdit ? null : changeTo(chosen, batch)
    if (change !== null) save(change)
  })
  const isMade = batch !== null
  useEffect(() => {
    if (beganNew) keepDoing(isMade ? null : chosen)
  }, [beganNew, isMade, chosen])
  useEffect(() => {
    if (beganNew && isMade) saveChosen()
  }, [beganNew, isMade])

  return {
    now: { ...known, ...doingIn(unsaved) },
    listKind: chosen.kind,
    change(change) {
      setChosen((now) => ({ ...now, ...withPreset(change) }))
      if (batch !== null) save(change)
    },
    problem: error,
    retry: () => {
      if (variables !== undefined) save(variables)
    },
  }
}
