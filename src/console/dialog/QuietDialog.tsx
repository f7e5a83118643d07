import { styled } from '@mui/material/styles'
import { type ReactNode, useId } from 'react'
import type { Problem } from '#console/call/problem.ts'
import { Announcer } from '#console/frame/announce.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Above, DialogFoot, Head, Middle, Sheet } from './frame.tsx'

const Body = styled(Sheet)({ '&[data-wide] .MuiDialog-paper': { width: 1040 } })

type QuietDialogProps = {
  title: string
  /** The line under the title. */
  about: ReactNode
  children: ReactNode
  /** What did not come of something that was done in it, and why; null: nothing went wrong. */
  failed: { what: string; problem: Problem | null }
  /** The buttons, with the way out among them. */
  foot: ReactNode
  /** Wide enough for a table. */
  isWide?: boolean
  onClose: () => void
}

/** Something to look at or to choose from, above the page: nothing in it has to be confirmed. */
export function QuietDialog(props: QuietDialogProps) {
  const { title, about, children, failed, foot, isWide = false, onClose } = props
  const titleId = useId()
  return (
    <Body
      open
      data-wide={isWide || undefined}
      aria-labelledby={titleId}
      transitionDuration={{ enter: 160, exit: 0 }}
      onClose={onClose}
    >
      <Head>
        <h2 id={titleId}>{title}</h2>
        <p>{about}</p>
      </Head>
      <Middle>{children}</Middle>
      {failed.problem !== null && (
        <Above>
          <ProblemNote what={failed.what} problem={failed.problem} />
        </Above>
      )}
      <DialogFoot>{foot}</DialogFoot>
      <Announcer />
    </Body>
  )
}
