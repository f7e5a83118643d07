import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Live } from '#console/batch/live.ts'
import { type RowsAsked, rowsQuery } from '#console/batch/queries.ts'
import type { Problem } from '#console/call/problem.ts'
import type { BatchRow } from '#contract/batch-row.ts'
import { rowsPerReply } from '#contract/limits.ts'
import { arranged, nobody, type Places, placesOf } from './rows-in-place.ts'

/** Which rows of a batch a list shows. */
export type RowFilter = {
  asked: RowsAsked
  /** How many they are now. */
  expected: number
  belongs: (row: BatchRow) => boolean
}

/** The rows of a list as far as they were read, and the way to read more. */
export type Rows = {
  places: Places
  /** Reads on as long as there is something to be read between these places, the ones in sight. */
  need: (first: number, last: number) => void
  /** What is on the screen is from before, and is being read again. */
  areOld: boolean
  problem: Problem | null
  retry: () => void
}

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
  const [held, setHeld] = useState({ epoch, arrangement: nobody })
  const kept = held.epoch === pagesEpoch && pages.length > 0 ? held.arrangement : nobody
  const arrangement = pages.length === 0 ? nobody : arranged(kept, { pages, changes, belongs })
  if (held.epoch !== pagesEpoch || held.arrangement !== arrangement) {
    setHeld({ epoch: pagesEpoch, arrangement })
  }
  const places = placesOf(arrangement, expected)

  const last = pages.at(-1)
  const isPassOver = last !== undefined && last.offset + rowsPerReply >= last.totalCount
  // One pass finds everybody in a list that stands still; another is of use only after a change.
  const mayReadOn = last !== undefined && (!isPassOver || batch.revision > last.passFrom)
  return {
    places,
    need(first, until) {
      if (query.isFetching || query.isError || !mayReadOn || until < 0) return
      if (hasRoom(places, Math.max(first, 0), until)) void query.fetchNextPage()
    },
    areOld: pagesEpoch !== epoch,
    problem: query.error,
    retry: () => void (pages.length === 0 ? query.refetch() : query.fetchNextPage()),
  }
}

/** Whether there is something to be read between these places. */
function hasRoom({ count, at }: Places, first: number, last: number): boolean {
  for (let index = first; index <= Math.min(last, count - 1); index += 1) {
    if (at(index) === null) return true
  }
  return false
}
