import { DangerDialog, type DangerDialogProps } from '#console/dialog/DangerDialog.tsx'
import { Difference } from '#console/difference/Difference.tsx'
import { useFresh } from '#console/session/fresh.ts'
import { Banner } from '#console/state/Banner.tsx'
import { useWords } from '#console/words/language.tsx'
import { actDialogWords } from './dialog-words.ts'
import { PersonLine } from './PersonLine.tsx'
import { SecondPerson, type SecondPersonProps } from './SecondPerson.tsx'
import type { Acting } from './useAct.ts'

type FromAct =
  | 'person'
  | 'initially'
  | 'onWrite'
  | 'fresh'
  | 'isSending'
  | 'problem'
  | 'notice'
  | 'version'
  | 'onConfirm'
  | 'onClose'

type ActDialogProps = Omit<DangerDialogProps, FromAct> &
  Partial<Pick<SecondPersonProps, 'kind' | 'endSessions'>> & {
    acting: Acting
    /** Whether only somebody who has just signed in may do this. */
    wantsFresh?: boolean
  }

/** The question before an act on one user: who it is, and the difference where somebody was faster. */
export function ActDialog({ acting, wantsFresh = false, ...about }: ActDialogProps) {
  const { kind, endSessions, ...question } = about
  const { user, isSending, problem, written, isOtherNow, confirm, onWrite, onClose } = acting
  const words = useWords(actDialogWords)
  const { version } = user
  const fresh = useFresh(wantsFresh, problem)
  const isEnough = problem?.code === 'approval_required'
  const goesToSignIn = fresh.isNeeded && problem?.code === 'fresh_sign_in_required'

  function notice() {
    if (acting.before !== null) return <Difference before={acting.before} now={user} />
    if (isEnough) {
      return (
        <SecondPerson
          userId={user.summary.userId}
          kind={kind}
          reason={acting.sent?.reason ?? ''}
          endSessions={endSessions}
          allowance={problem?.allowance ?? null}
        />
      )
    }
    return isOtherNow && problem === null ? <Banner>{words.otherNow}</Banner> : undefined
  }

  return (
    <DangerDialog
      {...question}
      {...(isEnough && { closed: words.needsSecond, wayOut: null })}
      person={<PersonLine user={user.summary} />}
      initially={{
        reason: written?.reason ?? '',
        typed: (!isOtherNow && written?.typed) || '',
      }}
      onWrite={(given) => onWrite({ ...given, version })}
      fresh={fresh}
      isSending={isSending}
      problem={goesToSignIn ? null : problem}
      notice={notice()}
      version={version}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
