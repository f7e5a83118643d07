import type { ReactNode } from 'react'
import { Button } from '#console/frame/Button.tsx'
import type { Fresh } from '#console/session/fresh.ts'
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
  /** Where somebody has to sign in once more first, the last button leads there. */
  fresh: Fresh | undefined
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
  fresh,
  confirm,
  onClose,
}: FootProps) {
  const words = useWords(dialogWords)
  const signsIn = fresh?.isNeeded === true
  return (
    <DialogFoot>
      {signsIn && (
        <p className="first" role="status">
          {fresh.hasFailed && words.notSignedIn} {words.signsIn}
        </p>
      )}
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
        color={signsIn ? 'primary' : tone}
        aria-disabled={missing !== null || isSending}
      >
        <span>{signsIn ? words.signInAndContinue : confirm}</span>
      </Button>
    </DialogFoot>
  )
}
