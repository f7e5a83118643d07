import { useEffect, useEffectEvent, useState } from 'react'
import type { Problem } from '#console/call/problem.ts'
import { useDesk } from '#console/session/session.tsx'
import type { BatchKind, EditRequest, ListKind } from '#contract/batch.ts'
import { keepDoing, keptDoing } from './kept-text.ts'
import { useEdit } from './useChange.ts'
import type { Draft } from './useDraft.ts'

/** What is done to everybody on the list. */
type Doing = { kind: BatchKind; endSessions: boolean }

/** What a draft is for, and the way to change it. */
export type Purpose = {
  now: Doing
  change: (change: { kind: ListKind } | { endSessions: boolean }) => void
  problem: Problem | null
  retry: () => void
}

/** What can be undone is what a new batch begins with. */
const first = { kind: 'suspend', endSessions: true } as const satisfies Doing & { kind: ListKind }

/**
 * What the draft is for: kept here until the first row makes the draft, on the server from then on.
 * Whatever is chosen stands there at once while it is being saved.
 */
export function usePurpose(draft: Draft): Purpose & { listKind: ListKind } {
  const { person } = useDesk()
  const who = person.email ?? person.name
  const [chosen, setChosen] = useState<{ kind: ListKind; endSessions: boolean }>(
    () => keptDoing(who) ?? first,
  )
  const [beganNew] = useState(draft.batch === null)
  const edit = useEdit(draft)
  const { batch, mayEdit } = draft
  const known: Doing = batch ?? chosen
  const { variables, isPending, error } = edit

  // The first row brings only the kind along.
  const saveOption = useEffectEvent(() => {
    if (batch === null || !mayEdit || batch.kind === 'suspend') return
    if (batch.endSessions !== chosen.endSessions) edit.mutate({ endSessions: chosen.endSessions })
  })
  const isMade = batch !== null
  useEffect(() => {
    if (beganNew) keepDoing(who, isMade ? null : chosen)
  }, [who, beganNew, isMade, chosen])
  useEffect(() => {
    if (beganNew && isMade) saveOption()
  }, [beganNew, isMade])

  return {
    now: isPending ? { ...known, ...doingIn(variables) } : known,
    listKind: chosen.kind,
    change(change) {
      setChosen((now) => ({ ...now, ...change }))
      if (batch !== null) edit.mutate(change)
    },
    problem: error,
    retry: () => {
      if (variables !== undefined) edit.mutate(variables)
    },
  }
}

function doingIn({ kind, endSessions }: EditRequest): Partial<Doing> {
  return {
    ...(kind !== undefined && { kind }),
    ...(endSessions !== undefined && { endSessions }),
  }
}
