import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Live } from '#console/batch/live.ts'
import { type RowsAsked, rowsQuery } from '#console/batch/queries.ts'
import type { Problem } from '#console/call/problem.ts'
import type { BatchRow } from '#contract/batch.ts'
import { rowsPerReply } from '#contract/limits.ts'
import { type Place, rowsInPlace } from './rows-in-place.ts'

/** Which rows of a batch a list shows. */
export type RowFilter = {
  asked: RowsAsked
  expected: number
  most?: number
  belongs: (row: BatchRow) => boolean
}

/** The rows of a list as far as they were read, and the ways to read more. */
export type Rows = {
  places: readonly Place[]
  /** Reads whatever is still to be read between these places, the ones in sight. */
  need: (first: number, last: number) => void
  /** Reads whatever is still to be read of these, wherever they stand. */
  ask: (wanted: readonly Place[]) => void
  problem: Problem | null
  retry: () => void
}

type Reading = { epoch: number; offsets: readonly number[]; inSight: readonly number[] }

function pagesAt(first: number, last: number): number[] {
  const page = (place: number) => Math.floor(Math.max(place, 0) / rowsPerReply)
  const count = page(last) - page(first) + 1
  return Array.from({ length: count }, (_, index) => (page(first) + index) * rowsPerReply)
}

function isSame(these: readonly number[], those: readonly number[]): boolean {
  return these.join() === those.join()
}

/** Reads the rows of a batch as they come into view. With another filter it has to begin anew: by `key`. */
export function useRows({ batch, epoch, changes }: Live, { asked, ...filter }: RowFilter): Rows {
  const client = useQueryClient()
  const [reading, setReading] = useState<Reading>({ epoch, offsets: [0], inSight: [0] })
  if (reading.epoch !== epoch) {
    // Only what is in sight is read again at once; the rest when somebody comes there.
    setReading({ ...reading, epoch, offsets: reading.inSight })
  }
  const read = useQueries({
    queries: reading.offsets.map((offset) =>
      rowsQuery(client, { batchId: batch.batchId, epoch, asked, offset }),
    ),
  })
  const pages = read.flatMap(({ data }) => data ?? [])
  const places = rowsInPlace({ ...filter, changes, pages })
  const failed = read.filter(({ error }) => error !== null)
  const readMore = (wanted: readonly Place[], inSight: readonly number[]) => {
    const unread = new Set(wanted.filter((place) => typeof place === 'number'))
    const more = [...unread].filter((offset) => !reading.offsets.includes(offset))
    if (more.length === 0 && isSame(inSight, reading.inSight)) return
    setReading({ epoch, inSight, offsets: [...reading.offsets, ...more] })
  }
  return {
    places,
    need: (first, last) => readMore(places.slice(first, last + 1), pagesAt(first, last)),
    ask: (wanted) => readMore(wanted, reading.inSight),
    problem: failed[0]?.error ?? null,
    retry: () => {
      for (const page of failed) void page.refetch()
    },
  }
}
