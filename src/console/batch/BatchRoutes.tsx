import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { BatchesPage } from './BatchesPage.tsx'

const BatchPage = lazy(() =>
  import('./BatchPage.tsx').then((module) => ({ default: module.BatchPage })),
)
const NothingHere = lazy(() =>
  import('#console/frame/NothingHere.tsx').then((module) => ({ default: module.NothingHere })),
)

/** `/batches` and below. */
export function BatchRoutes() {
  return (
    <Suspense>
      <Routes>
        <Route index element={<BatchesPage />} />
        <Route path=":batchId" element={<BatchPage />} />
        <Route path="*" element={<NothingHere />} />
      </Routes>
    </Suspense>
  )
}
