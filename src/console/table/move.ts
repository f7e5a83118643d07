import type { KeyboardEvent } from 'react'

/**
 * Arrow keys move between the links marked `data-move` inside the element; Enter opens them, as with
 * any link.
 */
export function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-move]')]
  const at = links.findIndex((link) => link.matches(':focus'))
  const next = links[event.key === 'ArrowDown' ? at + 1 : Math.max(at - 1, 0)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
