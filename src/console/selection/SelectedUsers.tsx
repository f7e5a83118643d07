import { styled } from '@mui/material/styles'
import { type ReactNode, useState } from 'react'
import { useWords } from '#console/words/language.tsx'
import type { UserSummary } from '#contract/user.ts'
import { useSelection } from './selection.tsx'
import { selectionWords } from './words.ts'

const Head = styled('h2')({
  padding: '14px 24px',
  fontSize: 14,
  lineHeight: '20px',
  letterSpacing: 0,
})

type SelectedUsersProps = {
  table: (label: string, shown: readonly UserSummary[], now: Date) => ReactNode
  foot: (shown: readonly UserSummary[]) => ReactNode
}

/** Everybody who is selected, as they were when they were; one can be let go, and taken back. */
export function SelectedUsers({ table, foot }: SelectedUsersProps) {
  const words = useWords(selectionWords)
  const { users } = useSelection()
  const [{ shown, now }] = useState(() => ({ shown: [...users.values()], now: new Date() }))
  const label = words.title(users.size)
  return (
    <>
      <Head>{label}</Head>
      <div className="rows">{table(label, shown, now)}</div>
      {foot(shown)}
    </>
  )
}
