import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useActKey } from '#console/call/act-key.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Given } from '#console/dialog/DangerDialog.tsx'
import type { ActReply } from '#contract/act.ts'
import type { User } from '#contract/user.ts'
import type { Written } from './written.ts'

/** What a dialog is about: the user as it shows them, and the ways out of it. */
export type DialogProps = {
  /** As they were when the dialog was opened; never exchanged silently under the reader. */
  user: User
  /** Reads the user again, for the difference. */
  readAgain: () => Promise<User>
  /** Given before somebody left to sign in once more, or in a question that was left for this one. */
  written?: Partial<Written>
  /** Tells what is given, as it is: to be there again after signing in. */
  onWrite: (part: Partial<Written>) => void
  onEnded: (reply: ActReply) => void
  onClose: () => void
}

type Sent = Given & { version: string }

/**
 * Sends one act on one user with the version that the dialog showed, and with the options that hold for
 * that user. When the user has changed, the act is not sent; the user is read again and stands beside
 * what was shown, to be confirmed anew.
 */
export function useAct<Options extends object>(
  { user: opened, readAgain, written, onWrite, onEnded, onClose }: DialogProps,
  optionsFor: (user: User) => Options,
  send: (body: Sent & Options, key: string) => Promise<ActReply>,
) {
  const [user, setUser] = useState(opened)
  const [before, setBefore] = useState<User | null>(null)
  const underKey = useActKey()
  const sending = useMutation<ActReply, Problem, Given>({
    mutationFn: (given) => {
      const body = { version: user.version, ...given, ...optionsFor(user) }
      return underKey(body, (key) => send(body, key))
    },
    onSuccess: onEnded,
    onError: async (problem) => {
      if (problem.code !== 'changed') return
      const now = await readAgain().catch(() => null)
      if (now === null) return
      setBefore(user)
      setUser(now)
    },
  })
  return {
    /** The user that is to be confirmed: as opened, or as read after a change. */
    user,
    /** What was shown before the change; null when there was none. */
    before,
    isSending: sending.isPending,
    problem: sending.error,
    /** What was given when it was last sent. */
    sent: sending.variables,
    confirm: (given: Given) => sending.mutate(given),
    written,
    /** Somebody signed in once more, and what they had typed was for another state of the user. */
    isOtherNow: written?.version !== undefined && written.version !== opened.version,
    onWrite,
    onClose,
  }
}

/** One act as its dialog needs it. */
export type Acting = ReturnType<typeof useAct<object>>
