import { styled } from '@mui/material/styles'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { touch } from '#console/frame/media.ts'
import { Section, Unread } from '#console/state/Section.tsx'
import { Tick } from '#console/table/Tick.tsx'
import { FirstItems } from '#console/text/FirstItems.tsx'
import { Id } from '#console/text/Id.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import type { Access, AccessItem, AccessKind, User } from '#contract/user.ts'
import { accessWords } from './words.ts'

const kinds = ['departments', 'roles', 'groups', 'positions', 'authorizations', 'apps'] as const
const previewed = ['departments', 'roles', 'groups', 'positions', 'authorizations'] as const

/** Whether everything that a resignation or deletion takes away could be read. */
export function isPreviewWhole(access: Access): boolean {
  return previewed.every((kind) => access[kind].state === 'read')
}

const Grid = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  columnGap: 32,
  '& > *': { borderBottom: `1px solid ${theme.vars.palette.divider}` },
  '& button.kind': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    width: '100%',
    minHeight: 28,
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '& strong': { marginLeft: 'auto', fontWeight: 600 },
    '& svg': { color: theme.vars.palette.text.secondary },
    '&[aria-expanded="true"] svg': { transform: 'rotate(90deg)' },
    '&:hover': { background: theme.vars.palette.action.hover },
    [touch]: { minHeight: 44 },
  },
  '& ul': { maxHeight: 280, overflow: 'auto', padding: '2px 0 8px 12px' },
  '& li': { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 12 },
  '& code': { color: theme.vars.palette.text.secondary },
}))

const Proceed = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  cursor: 'pointer',
})

type AccessSectionProps = {
  user: User
  retry: () => void
  /** *Proceed without this preview*; absent where nobody may act. */
  proceed?: { ticked: boolean; onTick: (ticked: boolean) => void }
}

/** What the user has access to: a count for each kind, and behind it what it counts. */
export function AccessSection({ user: { access }, retry, proceed }: AccessSectionProps) {
  const words = useWords(accessWords)
  return (
    <Section id="access" title={words.access}>
      <Grid>
        {kinds.map((kind) => (
          <Kind key={kind} kind={kind} section={access[kind]} retry={retry} />
        ))}
      </Grid>
      {proceed !== undefined && !isPreviewWhole(access) && (
        <>
          <p className="quiet">{words.closed}</p>
          <Proceed>
            <Tick
              type="checkbox"
              checked={proceed.ticked}
              onChange={(event) => proceed.onTick(event.target.checked)}
            />
            {words.proceed}
          </Proceed>
        </>
      )}
    </Section>
  )
}

type KindProps = { kind: AccessKind; section: Access[AccessKind]; retry: () => void }

function Kind({ kind, section, retry }: KindProps) {
  const words = useWords(accessWords)
  const [open, setOpen] = useState(false)
  if (section.state === 'unread') {
    return <Unread what={words.notRead[kind]} why={section.why} retry={retry} />
  }
  return (
    <div>
      <button type="button" className="kind" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.kind[kind]}
        <strong>{figure(section.items.length)}</strong>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {open && (
        <ul>
          {section.items.length === 0 && <li>{words.none}</li>}
          <FirstItems items={section.items}>
            {(item) => (
              <li key={`${item.namespace} ${item.code} ${item.name}`}>
                <Visible text={item.name} />
                <Where item={item} />
              </li>
            )}
          </FirstItems>
        </ul>
      )}
    </div>
  )
}

/** Code and permission space of an item, as far as they say more than its name. */
function Where({ item: { name, code, namespace } }: { item: AccessItem }) {
  const parts = [namespace, code === name ? null : code].filter((part) => part !== null)
  return parts.length === 0 ? null : <Id value={parts.join(': ')} />
}
