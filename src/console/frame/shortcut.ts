import { useEffect } from 'react'
import { useNavigate } from 'react-router'

/** The lookup field, for those who jump to it from anywhere. */
export const lookUpFieldId = 'look-up'

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

function asksForSearch(event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return event.key.toLowerCase() === 'k'
  return event.key === '/' && !event.altKey && !isTyping(event.target)
}

/** `/` and Ctrl/⌘-K put the cursor into the lookup field, from any page; not from an open dialog. */
export function useSearchShortcut(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (!asksForSearch(event) || document.querySelector('[aria-modal="true"]') !== null) return
      event.preventDefault()
      const field = document.getElementById(lookUpFieldId)
      if (field instanceof HTMLInputElement && field.offsetParent !== null) field.select()
      else {
        void navigate('/users')
        requestAnimationFrame(() => document.getElementById(lookUpFieldId)?.focus())
      }
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [navigate])
}
