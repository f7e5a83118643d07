import { styled } from '@mui/material/styles'
import ChevronDown from 'lucide-react/icons/chevron-down'
import MenuIcon from 'lucide-react/icons/menu'
import { lazy, Suspense, useState } from 'react'
import { Link, NavLink } from 'react-router'
import { useDesk } from '#console/session/session.tsx'
import { sessionWords } from '#console/session/words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { Boundary } from './Boundary.tsx'
import { Logo } from './Logo.tsx'
import { PoolChip } from './PoolChip.tsx'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'
import { useStopAskedBefore } from './useStopAskedBefore.ts'
import { frameWords } from './words.ts'

const OperatorMenu = lazy(() =>
  import('./OperatorMenu.tsx').then((module) => ({ default: module.OperatorMenu })),
)

const Bar = styled('header')(({ theme }) => {
  const { palette } = theme.vars
  return {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: 16,
    minHeight: 48,
    padding: '0 24px',
    background: palette.background.subtle,
    borderBottom: `1px solid ${palette.divider}`,
    '& .home': { display: 'flex', textDecoration: 'none', marginRight: 16 },
    '& nav': { display: 'flex', gap: 28, marginRight: 'auto' },
    '& nav a': {
      display: 'flex',
      alignItems: 'center',
      height: 47,
      fontSize: 14,
      fontWeight: 500,
      color: palette.text.secondary,
      textDecoration: 'none',
      borderBottom: '2px solid transparent',
      borderTop: '2px solid transparent',
    },
    '& nav a[aria-current]': {
      color: palette.text.primary,
      borderBottomColor: palette.primary.main,
    },
    [theme.breakpoints.down('md')]: {
      padding: '0 16px',
      minHeight: 96,
      rowGap: 0,
      '& .home': { marginRight: 'auto' },
      '& nav': { order: 9, width: 'calc(100% + 32px)', margin: '0 -16px', gap: 0 },
      '& nav a': { flex: 1, justifyContent: 'center' },
      '& .wide': { display: 'none' },
    },
    [theme.breakpoints.up('md')]: { '& .narrow': { display: 'none' } },
  }
})

const Operator = styled('button')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 10,
  height: 44,
  minWidth: 44,
  justifyContent: 'center',
  padding: '0 6px 0 12px',
  border: 0,
  background: 'none',
  font: 'inherit',
  textAlign: 'left',
  color: 'inherit',
  cursor: 'pointer',
  '&.wide': { borderLeft: `1px solid ${theme.vars.palette.divider}`, height: 32 },
  '& strong': { display: 'block', fontWeight: 500, lineHeight: '16px', maxWidth: 160 },
  '& small': { fontSize: 12, lineHeight: '16px', color: theme.vars.palette.text.secondary },
  '& strong, & small': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}))

/** Where the menu would be, should its code not arrive. */
const Below = styled('div')(({ theme }) => ({
  position: 'fixed',
  zIndex: 1,
  top: 52,
  right: 16,
  padding: 16,
  borderRadius: 8,
  border: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.background.paper,
  '&:empty': { display: 'none' },
}))

/** The bar above every page: where one is, which pool, who one is. */
export function TopBar() {
  const words = useWords(frameWords)
  const { role, notLoaded } = useWords(sessionWords)
  const { pool, person } = useDesk()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const bar = useStopAskedBefore(setAnchor)
  const menu = {
    type: 'button' as const,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': anchor !== null,
    onClick: (event: React.MouseEvent<HTMLElement>) => setAnchor(event.currentTarget),
  }
  return (
    <Bar ref={bar}>
      <Link to="/users" className="home">
        <Logo />
      </Link>
      <nav aria-label={words.main}>
        <NavLink to="/users">{words.users}</NavLink>
        <NavLink to="/batches">{words.batches}</NavLink>
      </nav>
      <PoolChip pool={pool} />
      <span className="wide">
        <LanguageSwitch />
      </span>
      <span className="wide">
        <ThemeSwitch />
      </span>
      <Operator {...menu} className="wide">
        <span>
          <strong>
            <Visible text={person.name} />
          </strong>
          <small>{role[person.role]}</small>
        </span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </Operator>
      <Operator {...menu} className="narrow" aria-label={words.menu}>
        <MenuIcon size={20} strokeWidth={1.75} aria-hidden />
      </Operator>
      {anchor !== null && (
        <Below>
          <Boundary what={notLoaded}>
            <Suspense>
              <OperatorMenu anchor={anchor} onClose={() => setAnchor(null)} />
            </Suspense>
          </Boundary>
        </Below>
      )}
    </Bar>
  )
}
