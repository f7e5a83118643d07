import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * For the button that opens a question. One that is open again after signing in was opened by nobody:
 * the focus stands on its button first, so that it is given back there.
 */
export function useOpener(isOpenAgain: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null)
  const [isAgain] = useState(isOpenAgain)
  useEffect(() => {
    if (isAgain) opener.current?.focus()
  }, [isAgain])
  return opener
}
