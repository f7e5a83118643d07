import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { accessWords } from '#console/access/words.ts'
import { touch } from '#console/frame/media.ts'
import { historyWords } from '#console/history/words.tsx'
import { identityWords } from '#console/identity/words.tsx'
import { syncRelationWords } from '#console/sync-relation/words.tsx'
import { userWords } from '#console/user/words.tsx'
import { useWords } from '#console/words/language.tsx'

const Bar = styled('nav')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  gap: 20,
  padding: '0 24px',
  overflowX: 'auto',
  background: theme.vars.palette.background.default,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& a': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    height: 38,
    flex: 'none',
    color: theme.vars.palette.text.secondary,
    textDecoration: 'none',
    fontWeight: 500,
    borderBottom: '2px solid transparent',
    outlineOffset: -2,
    [touch]: { height: 44 },
  },
  '& a[aria-current]': {
    color: theme.vars.palette.text.primary,
    borderBottomColor: theme.vars.palette.text.primary,
  },
  '& span': { fontSize: 12 },
  [theme.breakpoints.down('md')]: { padding: '0 16px' },
}))

const parts = ['identities', 'sync-relations', 'access', 'history'] as const
type Part = (typeof parts)[number]

/** Where in the panel an address leads: `#access`, also behind a lookup. */
export function partIn(hash: string): Part | undefined {
  const params = new URLSearchParams(hash.slice(1))
  return parts.find((part) => params.has(part))
}

/** Brings a part of the panel into sight. */
export function showPart(part: Part): void {
  const section = document.getElementById(part)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}

type PanelTabsProps = { counts: Partial<Record<Part, string>>; hash: string }

/** The parts of the panel; all of them stand below, one after the other. */
export function PanelTabs({ counts, hash }: PanelTabsProps) {
  const titles = {
    identities: useWords(identityWords).identities,
    'sync-relations': useWords(syncRelationWords).syncRelations,
    access: useWords(accessWords).access,
    history: useWords(historyWords).history,
  }
  const { sections } = useWords(userWords)
  const [current, setCurrent] = useState<Part>(() => partIn(hash) ?? 'identities')
  return (
    <Bar aria-label={sections}>
      {parts.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          aria-current={part === current ? 'location' : undefined}
          onClick={(event) => {
            // The address keeps the lookup; only the eyes move.
            event.preventDefault()
            setCurrent(part)
            showPart(part)
          }}
        >
          {titles[part]}
          {counts[part] !== undefined && <span>{counts[part]}</span>}
        </a>
      ))}
    </Bar>
  )
}
