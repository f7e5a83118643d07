import { styled } from '@mui/material/styles'
import { lazy, Suspense, useRef, useState } from 'react'
import { LookUpField } from '#console/look-up/LookUpField.tsx'
import type { useLookUp } from '#console/look-up/useLookUp.ts'
import { lookUpWords } from '#console/look-up/words.tsx'
import { ThinBar } from '#console/state/ThinBar.tsx'
import { useWords } from '#console/words/language.tsx'

const UsersBody = lazy(() =>
  import('./UsersBody.tsx').then((module) => ({ default: module.UsersBody })),
)

type LookUp = ReturnType<typeof useLookUp>

const Pane = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  containerType: 'inline-size',
  '&[hidden]': { display: 'none' },
  '& > .field': { padding: '20px 24px 0' },
  '& > .rows': { flex: 1, minHeight: 0, overflow: 'auto' },
  '& .viewer': {
    padding: '8px 24px',
    color: theme.vars.palette.text.secondary,
    borderTop: `1px solid ${theme.vars.palette.divider}`,
  },
  [theme.breakpoints.down('md')]: {
    '& > .field': { padding: '12px 16px 0' },
    '& .viewer': { padding: '8px 16px' },
  },
}))

type UsersListProps = {
  lookUp: LookUp
  openId: string | undefined
  hidden: boolean
  wide: boolean
}

/** The field, and below it the directory, the answer to a lookup, or those who are selected. */
export function UsersList({ lookUp, openId, hidden, wide }: UsersListProps) {
  const words = useWords(lookUpWords)
  const kindRef = useRef<HTMLSelectElement>(null)
  const [showing, setShowing] = useState(false)

  return (
    <Pane hidden={hidden} aria-label={words.field}>
      <div className="field">
        <LookUpField
          asked={lookUp.asked}
          autoFocus={openId === undefined}
          kindRef={kindRef}
          onAsk={(next) => {
            setShowing(false)
            lookUp.ask(next)
          }}
          onClear={lookUp.forget}
        />
        <ThinBar busy={lookUp.isLooking} />
      </div>
      <Suspense>
        <UsersBody
          {...{ lookUp, openId, wide, showing, onShow: setShowing }}
          onTryAnotherKind={() => kindRef.current?.focus()}
        />
      </Suspense>
    </Pane>
  )
}
