import { styled } from '@mui/material/styles'
import FileUp from 'lucide-react/icons/file-up'
import { useRef } from 'react'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { listWords } from './words.ts'

const Area = styled('div')(({ theme }) => ({
  display: 'grid',
  alignContent: 'center',
  justifyItems: 'center',
  gap: 6,
  minHeight: 176,
  padding: 16,
  textAlign: 'center',
  border: `1px dashed ${theme.vars.palette.border.field}`,
  borderRadius: 8,
  color: theme.vars.palette.text.secondary,
  '& strong': { fontWeight: 500, color: theme.vars.palette.text.primary },
  '& button': { marginTop: 8 },
  '&[data-dragging]': {
    borderStyle: 'solid',
    borderColor: theme.vars.palette.primary.main,
    boxShadow: `inset 0 0 0 1px ${theme.vars.palette.primary.main}`,
    color: theme.vars.palette.primary.main,
    background: theme.vars.palette.primary.light,
  },
}))

const accepted = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain'

type DropAreaProps = {
  /** A file hangs over the page. */
  dragging: boolean
  busy: boolean
  autoFocus: boolean
  onFiles: (files: readonly File[]) => void
}

/** Where a file goes, by dropping it or by choosing it. */
export function DropArea({ dragging, busy, autoFocus, onFiles }: DropAreaProps) {
  const words = useWords(listWords)
  const field = useRef<HTMLInputElement>(null)
  return (
    <Area data-dragging={dragging ? '' : undefined}>
      <FileUp size={22} strokeWidth={1.75} aria-hidden />
      <strong>{dragging ? words.dropNow : words.drop}</strong>
      <span>{words.dropFacts}</span>
      <Button
        aria-disabled={busy}
        autoFocus={autoFocus}
        onClick={() => {
          if (!busy) field.current?.click()
        }}
      >
        {words.chooseFile}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={words.file}
        accept={accepted}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // The same file may be chosen again once it was mended.
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </Area>
  )
}
