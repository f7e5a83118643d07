import { styled } from '@mui/material/styles'

/** Read aloud, not seen. */
export const Unseen = styled('span')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
})

/** Where announcements go: one on the page, and one in each open dialog, which hides the page's. */
export function Announcer() {
  return <Unseen role="status" data-announcer="" />
}

/** Says a sentence to whoever listens instead of looking. */
export function announce(sentence: string): void {
  const places = document.querySelectorAll('[data-announcer]')
  const innermost = places.item(places.length - 1)
  if (innermost !== null) innermost.textContent = sentence
}
