import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { keepLines, keptLines } from './kept-text.ts'
import { listWords } from './words.ts'

const Box = styled('div')(({ theme }) => {
  const { palette } = theme.vars
  return {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gap: 6,
    '& > label': { fontWeight: 500 },
    '& textarea': {
      ...theme.typography.code,
      minHeight: 104,
      padding: '8px 12px',
      resize: 'vertical',
      whiteSpace: 'pre',
      overflow: 'auto',
      tabSize: 14,
      border: `1px solid ${palette.border.field}`,
      borderRadius: 6,
      color: palette.text.primary,
      background: palette.background.default,
      '&::placeholder': { color: palette.text.tertiary, opacity: 1 },
      '&:focus-visible': {
        outline: 'none',
        borderColor: palette.primary.main,
        boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
      },
    },
    '& > footer': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 8,
      color: palette.text.secondary,
    },
  }
})

/** Lines that are not blank. */
function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length
}

type PasteBoxProps = {
  busy: boolean
  autoFocus: boolean
  /** Resolves to whether the lines were taken; otherwise they stay where they are. */
  onLines: (text: string) => Promise<boolean>
  onFiles: (files: readonly File[]) => void
}

/** Where ids go that are in the clipboard, or only in somebody's head. */
export function PasteBox({ busy, autoFocus, onLines, onFiles }: PasteBoxProps) {
  const words = useWords(listWords)
  const id = useId()
  const [text, setText] = useState(() => keptLines())
  useEffect(() => keepLines(text), [text])
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Only where somebody has just asked for it.
    if (autoFocus) box.current?.focus()
  }, [autoFocus])
  const lines = linesIn(text)
  return (
    <Box>
      <label htmlFor={id}>{words.paste}</label>
      <textarea
        id={id}
        value={text}
        placeholder={words.pasteExample}
        aria-describedby={`${id}-facts`}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        ref={box}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const files = [...event.clipboardData.files]
          // A copied cell brings a picture of itself along; the text is what is meant.
          if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return
          event.preventDefault()
          onFiles(files)
        }}
      />
      <footer>
        <span id={`${id}-facts`}>{words.pasteFacts}</span>
        <Button
          aria-disabled={busy || lines === 0}
          onClick={() => {
            if (busy || lines === 0) return
            void onLines(text).then((taken) => {
              if (taken) setText('')
            })
          }}
        >
          {words.addLines(lines)}
        </Button>
      </footer>
    </Box>
  )
}
