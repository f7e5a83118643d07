import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import { useMutation } from '@tanstack/react-query'
import { useDesk } from '#console/session/session.tsx'
import { signOut } from '#console/session/sign-out.ts'
import { sessionWords } from '#console/session/words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'

const Who = styled('li')(({ theme }) => ({
  padding: '8px 16px',
  minWidth: 200,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& p': { color: theme.vars.palette.text.secondary, fontSize: 12 },
  [theme.breakpoints.up('md')]: { '& .preferences': { display: 'none' } },
}))

/** Who is signed in, and the way out; on a narrow screen also language and theme. */
export function OperatorMenu({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const words = useWords(sessionWords)
  const { person } = useDesk()
  const leaving = useMutation({ mutationFn: signOut })
  return (
    <Menu open anchorEl={anchor} onClose={onClose} transitionDuration={0}>
      <Who role="none">
        <strong>
          <Visible text={person.name} />
        </strong>
        {person.email !== null && <p>{person.email}</p>}
        <p>{words.role[person.role]}</p>
        <div className="preferences">
          <LanguageSwitch />
          <ThemeSwitch named />
        </div>
      </Who>
      <MenuItem onClick={() => leaving.mutate()} disabled={leaving.isPending}>
        {leaving.isError ? words.notSignedOut : words.signOut}
      </MenuItem>
    </Menu>
  )
}
