import { useMutation } from '@tanstack/react-query'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import type { EditRequest } from '#contract/batch.ts'
import type { ColumnsRequest, List } from '#contract/list.ts'
import type { Draft } from './useDraft.ts'

const idOf = ({ batch }: Draft) => batch?.batchId ?? 0

/** Changes what a draft is for, its title or its reason. One change after the other. */
export function useEdit(draft: Draft) {
  const underKey = useActKey()
  const batchId = idOf(draft)
  return useMutation({
    scope: { id: `draft ${batchId}` },
    mutationFn: (body: EditRequest) =>
      underKey([batchId, body], (key) => call('editBatch', { params: { batchId }, body }, { key })),
    onSuccess: draft.learned,
  })
}

/** Says how a list is read. One change after the other. */
export function useColumns(draft: Draft, { listId }: List) {
  const underKey = useActKey()
  const params = { batchId: idOf(draft), listId }
  return useMutation({
    scope: { id: `draft ${params.batchId}` },
    mutationFn: (body: ColumnsRequest) =>
      underKey([params, body], (key) => call('setColumns', { params, body }, { key })),
    onSuccess: draft.learned,
  })
}

/** Takes a list out of a draft. */
export function useRemove(draft: Draft) {
  const underKey = useActKey()
  const batchId = idOf(draft)
  return useMutation({
    scope: { id: `draft ${batchId}` },
    mutationFn: (listId: string) => {
      const params = { batchId, listId }
      return underKey(params, (key) => call('removeList', { params, body: {} }, { key }))
    },
    onSuccess: draft.learned,
  })
}
