import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Live } from '#console/batch/live.ts'
import { type RowsAsked, rowsQuery } from '#console/batch/queries.ts'
import type { Problem } from '#console/call/problem.ts'
import type { BatchRow } from '#contract/batch-row.ts'
import { rowsPerReply } from '#contract/limits.ts'
import { orderAfter, type Place, placesOf } from './rows-in-place.ts'

/** Which rows of a batch a list shows. */
export type RowFilter = {
  asked: RowsAsked
  /** How many they are now. */
  expected: number
  belongs: (row: BatchRow) => boolean
}

/** The rows of a list as far as they were read, and the way to read more. */
export type Rows = {
  places: readonly Place[]
  /** Reads on as long as there is something to be read between these places, the ones in sight. */
  need: (first: number, last: number) => void
  /** What is on the screen is from before, and is being read again. */
  areOld: boolean
  problem: Problem | null
  retry: () => void
}

const nobody: readonly number[] = []

/** Reads the rows of a batch as they come into view. With another filter it has to begin anew: by `key`. */
export function useRows(live: Live, filter: RowFilter): Rows {
  const { batch, epoch } = live
  const { asked, expected, belongs } = filter
  const query = useInfiniteQuery({
    ...rowsQuery({ batchId: batch.batchId, epoch, asked, revision: batch.revision }),
    enabled: expected > 0,
  })
  const pages = query.data?.pages ?? []
  // The rows from before stay until the first new ones are there.
  const pagesEpoch = pages[0]?.epoch ?? epoch
  const changes = pagesEpoch === epoch ? live.changes : live.before
  const known = { pages, changes, belongs }
  const [held, setHeld] = useState({ epoch, order: nobody })
  const kept = held.epoch === pagesEpoch ? held.order : nobody
  const order = pages.length === 0 ? nobody : orderAfter(kept, known)
  if (held.epoch !== pagesEpoch || held.order !== order) setHeld({ epoch: pagesEpoch, order })
  const places = placesOf(order, known, expected)

  const last = pages.at(-1)
  const isPassOver = last !== undefined && last.offset + rowsPerReply >= last.totalCount
  // One pass finds everybody in a list that stands still; another is of use only after a change.
  const mayReadOn = last !== undefined && (!isPassOver || batch.revision > last.passFrom)
  return {
    places,
    need(first, until) {
      if (query.isFetching || query.isError || !mayReadOn || until < 0) return
      if (places.slice(Math.max(first, 0), until + 1).includes(null)) void query.fetchNextPage()
    },
    areOld: pagesEpoch !== epoch,
    problem: query.error,
    retry: () => void (pages.length === 0 ? query.refetch() : query.fetchNextPage()),
  }
}
