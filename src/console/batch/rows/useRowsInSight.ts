import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { rowsNear } from './rows-near.ts'
import { useIsNarrow, useRowHeight } from './useRowHeight.ts'

/** Height of a table's head, in px. */
export const headHeight = 36

/** Which rows of a long list are in the document, and which of them are in sight. */
type RowsInSight = {
  items: readonly VirtualItem[]
  /** Where in the scrolled page the first row begins and the last one ends, in px. */
  above: number
  end: number
  /** Height of a row, in px. */
  height: number
  /** The first place in sight, from 0, and the one after the last. */
  first: number
  last: number
}

type Asked = {
  count: number
  /** What scrolls by itself on a wide screen; on a narrow one the whole page does. */
  frame: RefObject<HTMLElement | null>
  body: RefObject<HTMLElement | null>
  /** The place that has the focus and stays in the document. */
  focused: number | null
}

/** Follows the scrolling of a list of `count` rows. */
export function useRowsInSight({ count, frame, body, focused }: Asked): RowsInSight {
  const narrow = useIsNarrow()
  const height = useRowHeight()
  const [above, setAbove] = useState(0)
  const virtual = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => (narrow ? (frame.current?.closest('main') ?? null) : frame.current),
    estimateSize: () => height,
    scrollMargin: above,
    rangeExtractor: (inSight) => rowsNear(inSight, focused),
  })
  const { scrollOffset, scrollRect } = virtual
  const head = narrow ? 0 : headHeight
  const top = Math.max((scrollOffset ?? 0) - above, 0)
  const bottom = (scrollOffset ?? 0) - above + (scrollRect?.height ?? 0) - head

  useLayoutEffect(() => {
    if (height > 0) virtual.measure()
  }, [virtual, height])
  useLayoutEffect(() => {
    const page = narrow ? frame.current?.closest('main') : null
    const margin =
      page && body.current
        ? body.current.getBoundingClientRect().top -
          page.getBoundingClientRect().top +
          page.scrollTop
        : 0
    if (Math.abs(margin - above) >= 1) setAbove(margin)
  })

  return {
    items: virtual.getVirtualItems(),
    above,
    end: virtual.getTotalSize() + above,
    height,
    first: Math.min(Math.floor(top / height), Math.max(count - 1, 0)),
    last: Math.min(Math.ceil(bottom / height), count),
  }
}
