import { styled } from '@mui/material/styles'
import Maximize from 'lucide-react/icons/maximize-2'
import Minimize from 'lucide-react/icons/minimize-2'
import { type ReactNode, useEffect, useRef } from 'react'
import { StatusChip } from '#console/chip/StatusChip.tsx'
import { Button } from '#console/frame/Button.tsx'
import { kindIcons } from '#console/text/kind-icons.ts'
import { Name } from '#console/text/Name.tsx'
import { useWords } from '#console/words/language.tsx'
import type { UserSummary } from '#contract/user.ts'
import type { UserIdType } from '#contract/user-id-type.ts'
import { CloseButton, WayBack } from './way-out.tsx'
import { userWords } from './words.tsx'

const Body = styled('header')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  padding: '14px 24px 12px',
  '& .title': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12, rowGap: 4 },
  '& h2': { outline: 'none', overflowWrap: 'anywhere' },
  '& h2 span': { fontSize: 16 },
  '& .found': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    color: theme.vars.palette.text.secondary,
  },
  '& .tools': { display: 'flex', marginLeft: 'auto', marginRight: -12 },
  '& .acts': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  [theme.breakpoints.down('lg')]: { '& .tools': { display: 'none' } },
  [theme.breakpoints.down('md')]: { padding: '4px 16px 12px' },
  [theme.breakpoints.down('sm')]: {
    '& .acts > button:not([aria-haspopup])': { flex: '1 1 auto' },
  },
}))

type UserHeaderProps = {
  user: UserSummary
  foundAs: readonly UserIdType[]
  /** Shown without the list beside it, although there is room. */
  alone: boolean
  onAlone: (alone: boolean) => void
  onClose: () => void
  children: ReactNode
}

/** Who it is, in which state, and how they were found; the ids and the actions follow. */
export function UserHeader({ user, foundAs, alone, onAlone, onClose, children }: UserHeaderProps) {
  const words = useWords(userWords)
  const name = useRef<HTMLHeadingElement>(null)
  // Where the list has made way for the person, whoever reads starts at the name.
  useEffect(() => {
    if (!matchMedia('(min-width: 1200px)').matches) name.current?.focus()
  }, [])
  const [kind] = foundAs
  const Found = kind && kindIcons[kind]
  const Resize = alone ? Minimize : Maximize
  return (
    <Body>
      <WayBack onClose={onClose} />
      <div className="title">
        <h2 ref={name} tabIndex={-1} data-person-name="">
          <Name user={user} />
        </h2>
        <StatusChip status={user.status} alone />
        {Found !== undefined && (
          <span className="found">
            <Found size={14} strokeWidth={1.75} aria-hidden />
            {words.foundAs(foundAs)}
          </span>
        )}
        <span className="tools">
          <Button
            variant="text"
            color="inherit"
            aria-label={alone ? words.beside : words.alone}
            onClick={() => onAlone(!alone)}
          >
            <Resize size={16} strokeWidth={1.75} aria-hidden />
          </Button>
          <CloseButton onClose={onClose} />
        </span>
      </div>
      {children}
    </Body>
  )
}
