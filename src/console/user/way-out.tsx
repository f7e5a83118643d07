import { styled } from '@mui/material/styles'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import X from 'lucide-react/icons/x'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { userWords } from './words.tsx'

const Narrow = styled(Button)(({ theme }) => ({
  marginLeft: -12,
  justifySelf: 'start',
  [theme.breakpoints.up('lg')]: { display: 'none' },
}))

const Wide = styled(Button)(({ theme }) => ({
  [theme.breakpoints.down('lg')]: { display: 'none' },
}))

type WayOutProps = { onClose: () => void }

/** Back to the list, where the person stands in its place. */
export function WayBack({ onClose }: WayOutProps) {
  const words = useWords(userWords)
  return (
    <Narrow variant="text" color="inherit" onClick={onClose}>
      <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
      {words.back}
    </Narrow>
  )
}

/** Closes the panel beside the list. */
export function CloseButton({ onClose }: WayOutProps) {
  const words = useWords(userWords)
  return (
    <Wide variant="text" color="inherit" aria-label={words.close} onClick={onClose}>
      <X size={16} strokeWidth={1.75} aria-hidden />
    </Wide>
  )
}
