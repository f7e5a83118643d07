import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { Boundary } from './frame/Boundary.tsx'
import { Shell } from './frame/Shell.tsx'
import { UsersPage } from './page/UsersPage.tsx'
import { SelectionProvider } from './selection/selection.tsx'
import { BackFromSignIn } from './session/BackFromSignIn.tsx'
import { DeskProvider, useSession } from './session/session.tsx'
import { sessionWords } from './session/words.ts'
import { SessionEnd } from './session-end/SessionEnd.tsx'
import { useWords } from './words/language.tsx'

const BatchRoutes = lazy(() =>
  import('./batch/BatchRoutes.tsx').then((module) => ({ default: module.BatchRoutes })),
)

const ForbiddenPage = lazy(() =>
  import('./session/ForbiddenPage.tsx').then((module) => ({ default: module.ForbiddenPage })),
)
const NothingHere = lazy(() =>
  import('./frame/NothingHere.tsx').then((module) => ({ default: module.NothingHere })),
)
const ProblemNote = lazy(() =>
  import('./state/ProblemNote.tsx').then((module) => ({ default: module.ProblemNote })),
)
const SignInPage = lazy(() =>
  import('./session/SignInPage.tsx').then((module) => ({ default: module.SignInPage })),
)

/** The whole console: the sign-in page until somebody with a role is there, then the pages. */
export function App() {
  const words = useWords(sessionWords)
  const { about, problem, retry } = useSession()
  if (about === undefined) {
    if (problem === null) return null
    return (
      <Boundary what={words.notLoaded}>
        <Suspense>
          <ProblemNote what={words.notLoaded} problem={problem} retry={retry} />
        </Suspense>
      </Boundary>
    )
  }
  const { person } = about
  if (person === null || person.role === null) {
    return (
      <Suspense>
        {person === null ? <SignInPage pool={about.pool} /> : <ForbiddenPage person={person} />}
      </Suspense>
    )
  }
  return (
    <DeskProvider desk={{ ...about, person: { ...person, role: person.role } }}>
      <SelectionProvider>
        <Routes>
          <Route element={<Shell />}>
            <Route index element={<Navigate to="/users" replace />} />
            <Route path="sign-in" element={<BackFromSignIn />} />
            <Route path="users" element={<UsersPage />}>
              <Route path=":userId" element={null} />
            </Route>
            <Route path="batches/*" element={<BatchRoutes />} />
            <Route path="*" element={<NothingHere />} />
          </Route>
        </Routes>
        <SessionEnd />
      </SelectionProvider>
    </DeskProvider>
  )
}
