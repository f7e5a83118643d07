import type { ReactNode } from 'react'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { DialogFoot } from './frame.tsx'
import { dialogWords } from './words.tsx'

/** A softer act to go over to instead, with what was written as the reason so far. */
export type WayOut = { label: string; onTake: (reason: string) => void }

type FootProps = {
  /** What keeps the act closed; null: nothing does. */
  missing: string | null
  wayOut: WayOut | null | undefined
  reason: string
  isSending: boolean
  focusOnCancel: boolean
  tone: 'error' | 'primary'
  /** Somebody has to sign in once more first, and the last button leads there. */
  signsIn?: boolean
  confirm: ReactNode
  onClose: () => void
}

/** What is missing, then from the harmless to the harmful: Cancel, the way out, the act. */
export function Foot({
  missing,
  wayOut,
  reason,
  isSending,
  focusOnCancel,
  tone,
  signsIn = false,
  confirm,
  onClose,
}: FootProps) {
  const words = useWords(dialogWords)
  return (
    <DialogFoot>
      {signsIn && <p className="first">{words.signsIn}</p>}
      <span className="missing" role="status">
        {missing}
      </span>
      <Button
        variant="text"
        color="inherit"
        autoFocus={focusOnCancel}
        onClick={onClose}
        aria-disabled={isSending}
        disabled={isSending}
      >
        {words.cancel}
      </Button>
      {wayOut && (
        <Button
          onClick={() => wayOut.onTake(reason)}
          aria-disabled={isSending}
          disabled={isSending}
        >
          {wayOut.label}
        </Button>
      )}
      <Button
        type="submit"
        variant="contained"
        color={tone}
        aria-disabled={missing !== null || isSending}
      >
        <span>{signsIn ? words.signInAndContinue : confirm}</span>
      </Button>
    </DialogFoot>
  )
}
