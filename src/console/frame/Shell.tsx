import { styled } from '@mui/material/styles'
import { Suspense } from 'react'
import { Outlet, useLocation } from 'react-router'
import { sessionWords } from '#console/session/words.ts'
import { StopBanner } from '#console/stop/StopBanner.tsx'
import { useWords } from '#console/words/language.tsx'
import { Announcer } from './announce.tsx'
import { Boundary } from './Boundary.tsx'
import { useSearchShortcut } from './shortcut.ts'
import { TopBar } from './TopBar.tsx'
import { frameWords } from './words.ts'

const Frame = styled('div')({
  display: 'grid',
  gridTemplateRows: 'auto auto minmax(0, 1fr)',
  height: '100dvh',
  '& > main': { minHeight: 0, overflow: 'auto', outline: 'none' },
})

const Skip = styled('a')(({ theme }) => ({
  position: 'fixed',
  top: -48,
  left: 16,
  zIndex: 10,
  padding: '8px 12px',
  borderRadius: 6,
  background: theme.vars.palette.primary.dark,
  '&&': { color: '#FFFFFF' },
  '&:focus': { top: 4 },
}))

/** The bar, and the page below it. */
export function Shell() {
  const words = useWords(frameWords)
  const { notLoaded } = useWords(sessionWords)
  const { pathname } = useLocation()
  useSearchShortcut()
  return (
    <>
      <Skip
        href="#main"
        onClick={(event) => {
          // Not by the address: what stands after # there is the lookup.
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {words.skip}
      </Skip>
      <Frame>
        <TopBar />
        <div>
          <StopBanner />
        </div>
        <main id="main" tabIndex={-1}>
          <Boundary key={pathname.split('/')[1]} what={notLoaded}>
            <Suspense>
              <Outlet />
            </Suspense>
          </Boundary>
        </main>
      </Frame>
      <Announcer />
    </>
  )
}
