import { styled } from '@mui/material/styles'
import { lazy, Suspense, useState } from 'react'
import { useMatch } from 'react-router'
import { Unseen } from '#console/frame/announce.tsx'
import { Boundary } from '#console/frame/Boundary.tsx'
import { useTitle } from '#console/frame/title.ts'
import { useWide } from '#console/frame/wide.ts'
import { frameWords } from '#console/frame/words.ts'
import { useLookUp } from '#console/look-up/useLookUp.ts'
import { sessionWords } from '#console/session/words.ts'
import { useWords } from '#console/words/language.tsx'
import { UsersList } from './UsersList.tsx'

const LookUpAside = lazy(() =>
  import('#console/look-up/Aside.tsx').then((module) => ({ default: module.LookUpAside })),
)
const UserPanel = lazy(() =>
  import('./UserPanel.tsx').then((module) => ({ default: module.UserPanel })),
)

const Panes = styled('div')(({ theme }) => ({
  height: '100%',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& > *': { minHeight: 0 },
  '& > .person': { overflowY: 'auto' },
  [theme.breakpoints.up('lg')]: {
    gridTemplateColumns: 'minmax(0, 1fr) 528px',
    '&[data-alone]': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '&:not([data-alone]) > .person': { borderLeft: `1px solid ${theme.vars.palette.divider}` },
  },
}))

/** `/users` and `/users/:userId`: the list, and beside it (on a narrow screen instead) one person. */
export function UsersPage() {
  const words = useWords(frameWords)
  const { notLoaded } = useWords(sessionWords)
  const userId = useMatch('/users/:userId')?.params.userId
  const wide = useWide()
  const lookUp = useLookUp(userId)
  const [alone, setAlone] = useState(false)
  useTitle(words.users)
  const isAlone = userId !== undefined && (alone || !wide)
  return (
    <>
      <Unseen as="h1">{words.users}</Unseen>
      <Panes data-alone={isAlone ? '' : undefined}>
        <UsersList lookUp={lookUp} openId={userId} hidden={isAlone} wide={wide} />
        {userId !== undefined ? (
          <section className="person" aria-label={words.person}>
            <Boundary key={userId} what={notLoaded}>
              <Suspense>
                <UserPanel
                  key={userId}
                  userId={userId}
                  foundAs={lookUp.foundAs}
                  alone={alone}
                  onAlone={setAlone}
                  onClose={lookUp.close}
                />
              </Suspense>
            </Boundary>
          </section>
        ) : (
          wide && (
            <aside className="person">
              <Suspense>
                <LookUpAside answer={lookUp.answer} />
              </Suspense>
            </aside>
          )
        )}
      </Panes>
    </>
  )
}
