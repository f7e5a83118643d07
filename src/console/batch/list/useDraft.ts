import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { introduce } from '#console/batch/queries.ts'
import type { Batch } from '#contract/batch.ts'
import { listsKey } from './queries.ts'

/** Where a batch is made that is not there yet. */
const newPath = '/batches/new'

/** A draft as the list block changes it. */
export type Draft = {
  /** null: nothing is on the server yet; the first row makes the draft. */
  batch: Batch | null
  /** Whether the reader may change it: its maker, on a screen wide enough, before it is confirmed. */
  mayEdit: boolean
  /** Whether its lists may be changed too: the way back from a suspension is for exactly those people. */
  mayEditLists: boolean
  /** When the last change of this visit was kept. */
  savedAt: string | null
  /** Puts the answer to a change in its place. */
  learned: (batch: Batch) => Promise<void>
}

/**
 * The draft under this address. The first answer gives a new draft its own address in place of
 * `/batches/new`, on the same page, so that whoever is typing types on.
 */
export function useDraft(batch: Batch | null, mayEdit: boolean): Draft {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { key } = useLocation()
  const [savedAt, setSavedAt] = useState<string | null>(null)
  return {
    batch,
    mayEdit,
    mayEditLists: mayEdit && batch?.kind !== 'reactivate',
    savedAt,
    async learned(answer) {
      setSavedAt(new Date().toISOString())
      const told = introduce(client, answer)
      // Whoever went elsewhere while the list was on its way stays there.
      if (batch === null && location.pathname === newPath) {
        await navigate(`/batches/${answer.batchId}`, { replace: true, state: { place: key } })
      }
      await Promise.all([
        told,
        client.invalidateQueries({ queryKey: listsKey(answer.batchId) }),
        client.invalidateQueries({ queryKey: ['listBatches'] }),
      ])
    },
  }
}
