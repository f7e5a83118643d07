import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '#console/call/call.ts'
import type { Batch } from '#contract/batch.ts'

/** The lists of a batch, how they were read, and how they begin; read again when other lists stand there. */
export function listsQuery({ batchId, lists }: Pick<Batch, 'batchId' | 'lists'>) {
  const params = { batchId }
  return queryOptions({
    queryKey: [...listsKey(batchId), lists.map(({ listId, rows }) => [listId, rows])],
    queryFn: ({ signal }) => call('getLists', { params }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  })
}

/** The beginning of every key under which lists of the batch are kept. */
export function listsKey(batchId: number) {
  return ['getLists', batchId] as const
}
