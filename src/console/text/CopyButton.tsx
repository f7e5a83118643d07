import { styled } from '@mui/material/styles'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useEffect, useState } from 'react'
import { announce } from '#console/frame/announce.tsx'
import { touch } from '#console/frame/media.ts'
import { useWords } from '#console/words/language.tsx'
import { textWords } from './words.ts'

const Square = styled('button')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 24,
  height: 24,
  padding: 0,
  border: 0,
  borderRadius: 5,
  background: 'none',
  color: theme.vars.palette.text.secondary,
  cursor: 'pointer',
  verticalAlign: 'middle',
  '&:hover': { background: theme.vars.palette.background.chip },
  [touch]: { width: 44, height: 44 },
}))

const tickFor = 1500

/** Copies a value; turns into a tick for a moment and says so. `what` names the value: *User ID*. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const words = useWords(textWords)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), tickFor)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => {
        setCopied(true)
        announce(words.copied)
      },
      () => announce(words.notCopied),
    )
  return (
    <Square
      type="button"
      className="copy"
      aria-label={words.copy(what)}
      onClick={(event) => {
        event.stopPropagation()
        void copy()
      }}
    >
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </Square>
  )
}
