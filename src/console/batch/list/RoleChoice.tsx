import { styled } from '@mui/material/styles'
import ChevronDown from 'lucide-react/icons/chevron-down'
import KeyRound from 'lucide-react/icons/key-round'
import UserCheck from 'lucide-react/icons/user-check'
import { touch } from '#console/frame/media.ts'
import { useWords } from '#console/words/language.tsx'
import type { Role } from './columns.ts'
import { listWords } from './words.ts'

const Body = styled('span')(({ theme }) => {
  const { palette } = theme.vars
  return {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    '& svg': { position: 'absolute', pointerEvents: 'none' },
    '& svg:first-of-type:not(:last-of-type)': { left: 10 },
    '& svg:last-of-type': { right: 9 },
    '& select': {
      appearance: 'none',
      fieldSizing: 'content',
      maxWidth: '100%',
      height: 28,
      padding: '0 28px 0 10px',
      font: 'inherit',
      fontSize: 12,
      fontWeight: 600,
      border: `1px solid ${palette.border.field}`,
      borderRadius: 6,
      color: palette.text.secondary,
      background: palette.background.default,
      cursor: 'pointer',
      [touch]: { height: 44 },
    },
    '& select:hover': { background: palette.action.hover },
    '& option': { color: palette.text.primary, background: palette.background.default },
    '&[data-used]': { color: palette.primary.main },
    '&[data-used] select': {
      paddingLeft: 30,
      color: palette.primary.main,
      borderColor: palette.primary.main,
    },
  }
})

const icons = { id: KeyRound, name: UserCheck, none: null }

type RoleChoiceProps = {
  /** Which column, for whoever cannot see where it stands. */
  label: string
  role: Role
  roles: readonly Role[]
  onChoose: (role: Role) => void
}

/** What a column is used as, standing on the column. */
export function RoleChoice({ label, role, roles, onChoose }: RoleChoiceProps) {
  const words = useWords(listWords)
  const Icon = icons[role]
  return (
    <Body data-used={role === 'none' ? undefined : ''}>
      {Icon !== null && <Icon size={14} strokeWidth={1.75} aria-hidden />}
      <select
        aria-label={label}
        value={role}
        onChange={(event) => {
          const chosen = roles.find((each) => each === event.target.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {words.role[each]}
          </option>
        ))}
      </select>
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </Body>
  )
}
