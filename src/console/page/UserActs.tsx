import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useRef, useState } from 'react'
import { deletionWords } from '#console/deletion/words.tsx'
import { Button } from '#console/frame/Button.tsx'
import { resignationWords } from '#console/resignation/words.tsx'
import { userWords } from '#console/user/words.tsx'
import { useWords } from '#console/words/language.tsx'

type UserActsProps = {
  isResigned: boolean
  /** Something of the preview is missing and nobody has said to go on without it. */
  closed: boolean
  onResign: () => void
  onDelete: () => void
}

/** The acts that end an account: what is closed says why, and leads to where it is opened. */
export function UserActs({ isResigned, closed, onResign, onDelete }: UserActsProps) {
  const resignation = useWords(resignationWords)
  const deletion = useWords(deletionWords)
  const words = useWords(userWords)
  const [isOpen, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const orShow = (act: () => void) =>
    closed ? () => document.getElementById('access')?.focus() : act
  if (isResigned) {
    return (
      <Button
        aria-disabled={closed}
        title={closed ? words.closed : undefined}
        onClick={orShow(onDelete)}
      >
        {deletion.open}
      </Button>
    )
  }
  return (
    <>
      <Button
        aria-disabled={closed}
        title={closed ? words.closed : undefined}
        onClick={orShow(onResign)}
      >
        {resignation.open}
      </Button>
      <Button
        ref={more}
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
        <MenuItem
          aria-disabled={closed}
          onClick={() => {
            setOpen(false)
            // Whatever opens next gives the focus back to where it stands now.
            more.current?.focus()
            orShow(onDelete)()
          }}
        >
          {deletion.open}
        </MenuItem>
      </Menu>
    </>
  )
}
