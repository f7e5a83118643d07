import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#console/frame/Button.tsx'
import { userWords } from '#console/user/words.tsx'
import { useWords } from '#console/words/language.tsx'

const Item = styled(MenuItem)(({ theme }) => ({
  '&[aria-disabled="true"]': { color: theme.vars.palette.text.tertiary },
}))

/** One more thing to do; `closed` says why it cannot be done now. */
export type MenuAct = { label: string; closed: string | null; onPick: () => void }

/** The acts for which there is no button. */
export function UserMenu({ acts }: { acts: readonly MenuAct[] }) {
  const words = useWords(userWords)
  const [isOpen, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button
        ref={more}
        data-asks="deleteUser endSessions"
        aria-label={words.more}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <Menu
        open={isOpen}
        anchorEl={() => more.current}
        transitionDuration={0}
        onClose={() => setOpen(false)}
      >
        {acts.map(({ label, closed, onPick }) => (
          <Item
            key={label}
            aria-disabled={closed !== null}
            {...(closed !== null && { title: closed })}
            onClick={() => {
              // Closed first: the focus stands on the button again, and what opens next gives it back there.
              flushSync(() => setOpen(false))
              onPick()
            }}
          >
            {label}
          </Item>
        ))}
      </Menu>
    </>
  )
}
