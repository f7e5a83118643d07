import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query'
import { call } from '#console/call/call.ts'
import type { Batch } from '#contract/batch.ts'
import { rowsPerReply } from '#contract/limits.ts'
import type { Asked } from '#contract/operations.ts'
import { advanced, firstSight, isMoving, type Live, withBatch } from './live.ts'

const whileMovingMs = 1_000
/** Rows that nobody looks at any more are kept for a short way back. */
const keptMs = 10_000
/** What waits for somebody else: a stop, an approval, a maker. Everything else waits for this person. */
const whileWaitingMs = 3_000
/** A list of batches is read again as often while one of them moves, or may be asked for. */
const whileListedMs = 5_000

function liveKey(batchId: number) {
  return ['watchBatch', batchId] as const
}

/** A batch, watched while it moves, and looked at whenever somebody comes back to the page. */
export function liveQuery(batchId: number) {
  return queryOptions({
    queryKey: liveKey(batchId),
    queryFn: async ({ client, signal, queryKey }): Promise<Live> => {
      const params = { batchId }
      const known = client.getQueryData<Live>(queryKey)
      if (known === undefined) return firstSight(await call('getBatch', { params }, { signal }))
      const query = { since: known.cursor }
      const reply = await call('watchBatch', { params, query }, { signal })
      // An act may have been answered in the meantime.
      return advanced(client.getQueryData<Live>(queryKey) ?? known, reply)
    },
    refetchInterval: ({ state: { data, error } }) => {
      // Whoever has to sign in again would be refused each second; once they have, it is asked anew.
      if (data === undefined || error?.code === 'sign_in_required') return false
      if (isMoving(data.batch)) return whileMovingMs
      const { state: now, mine } = data.batch
      const isOthers = now === 'checked' && !mine
      return now === 'paused' || now === 'confirmed' || isOthers ? whileWaitingMs : false
    },
    staleTime: 0,
    refetchOnWindowFocus: 'always',
    // The server may be on this very machine, whatever the browser thinks of the network.
    networkMode: 'always',
    structuralSharing: false,
  })
}

/** Whether this page saw the batch under this path run when it last looked at it. */
export function wasSeenRunning(client: QueryClient, path: string): boolean {
  const [, batchId] = /^\/batches\/(\d+)$/.exec(path) ?? []
  const state = client.getQueryData<Live>(liveKey(Number(batchId)))?.batch.state
  return state === 'running' || state === 'stopping'
}

/** Puts a batch that was just made where its page will look for it. */
export function meet(client: QueryClient, batch: Batch): void {
  client.setQueryData<Live>(liveKey(batch.batchId), firstSight(batch))
}

/** Puts the answer to an act in its place, and asks for the rows that changed with it. */
export function learn(client: QueryClient, batchId: number, next: (live: Live) => Live) {
  client.setQueryData<Live>(liveKey(batchId), (live) => live && next(live))
  return client.invalidateQueries({ queryKey: liveKey(batchId) })
}

/** The same for a batch that this page may not know yet. */
export function introduce(client: QueryClient, batch: Batch) {
  const queryKey = liveKey(batch.batchId)
  client.setQueryData<Live>(queryKey, (live) => (live ? withBatch(live, batch) : firstSight(batch)))
  return client.invalidateQueries({ queryKey })
}

/** Which rows are wanted; nothing: every row. */
export type RowsAsked = Omit<NonNullable<Asked<'listBatchRows'>['query']>, 'offset'>

/** Where a page begins, and how far the batch had come when its pass over the list began. */
type PageFrom = { offset: number; revision: number }

/**
 * Rows of a batch, page after page, worst first as they are in this epoch. After the last page a new
 * pass begins at the first.
 */
export function rowsQuery(of: {
  batchId: number
  epoch: number
  asked: RowsAsked
  revision: number
}) {
  const { batchId, epoch, asked, revision } = of
  const params = { batchId }
  const begin: PageFrom = { offset: 0, revision }
  return infiniteQueryOptions({
    queryKey: ['listBatchRows', batchId, asked, epoch] as const,
    queryFn: async ({ signal, pageParam: { offset, revision: passFrom } }) => ({
      ...(await call('listBatchRows', { params, query: { ...asked, offset } }, { signal })),
      epoch,
      passFrom,
    }),
    initialPageParam: begin,
    getNextPageParam: ({ offset, totalCount }, _, from): PageFrom => {
      const next = offset + rowsPerReply
      return next < totalCount ? { ...from, offset: next } : begin
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    // A fast run begins anew each second; what it leaves behind is of no use to anybody.
    gcTime: keptMs,
    networkMode: 'always',
  })
}

/** The first of those who came back, as the last recheck saw them. */
export function cameBackQuery({ batchId, recheck }: Batch) {
  const query = { only: 'came_back' } as const
  return queryOptions({
    queryKey: ['cameBack', batchId, recheck.at, recheck.cameBack],
    queryFn: ({ signal }) => call('listBatchRows', { params: { batchId }, query }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  })
}

/** Whether something may become of a batch without whoever looks at the list. */
function isAwaited(batch: Batch): boolean {
  return isMoving(batch) || batch.state === 'confirmed'
}

/** All batches, or those that wait for a second person. */
export type Show = 'all' | 'to_approve'

/** Batches, newest first. */
export function batchesQuery(show: Show, page: number) {
  const query = { page, ...(show !== 'all' && { only: show }) }
  return queryOptions({
    queryKey: ['listBatches', show, page],
    queryFn: ({ signal }) => call('listBatches', { query }, { signal }),
    // Of this list; the rows of another one do not stand in for it.
    placeholderData: (before, asked) => (asked?.queryKey[1] === show ? before : undefined),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      show === 'to_approve' || data?.batches.some(isAwaited) ? whileListedMs : false,
  })
}
