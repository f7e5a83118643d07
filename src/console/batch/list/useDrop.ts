import { useEffect, useEffectEvent, useState } from 'react'

/** What was dropped on the page. */
type Dropped = { files: readonly File[]; hasFolder: boolean }

/** Dragged text and links are none of our business; a field takes them by itself. */
function filesOf({ dataTransfer }: DragEvent): DataTransfer | null {
  return dataTransfer?.types.includes('Files') ? dataTransfer : null
}

function droppedIn(transfer: DataTransfer): Dropped {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  return {
    files: [...transfer.files],
    hasFolder: entries.some((entry) => entry?.isDirectory === true),
  }
}

/**
 * Takes files that are dropped anywhere on the page, and tells whether one hangs over it. Where none
 * is wanted it falls beside, for the browser would leave the page and open it.
 */
export function useDrop(isWanted: boolean, onDrop: (dropped: Dropped) => void): boolean {
  const [dragging, setDragging] = useState(false)
  const over = useEffectEvent((event: DragEvent) => {
    const transfer = filesOf(event)
    if (transfer === null) return
    event.preventDefault()
    transfer.dropEffect = isWanted ? 'copy' : 'none'
    setDragging(isWanted)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    const transfer = filesOf(event)
    if (transfer === null) return
    event.preventDefault()
    setDragging(false)
    if (isWanted) onDrop(droppedIn(transfer))
  })
  useEffect(() => {
    const leave = ({ relatedTarget }: DragEvent) => {
      // Between two elements of the page it only goes on.
      if (relatedTarget === null) setDragging(false)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    window.addEventListener('dragleave', leave)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
      window.removeEventListener('dragleave', leave)
    }
  }, [])
  return dragging && isWanted
}
