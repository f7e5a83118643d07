import FormControl from '@mui/material/FormControl'
import OutlinedInput from '@mui/material/OutlinedInput'
import { styled } from '@mui/material/styles'
import { useId, useState } from 'react'
import { confirmWords } from '#console/batch/confirm/words.ts'
import { writing } from '#console/batch/useKeptFocus.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { dayWords } from '#console/words/when.ts'
import type { BatchKind } from '#contract/batch.ts'
import { reasonLimit, titleLimit } from '#contract/limits.ts'
import { NotSaved } from './DraftSaved.tsx'
import type { DraftTexts } from './useDraftText.ts'
import { listWords } from './words.ts'

const Two = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: '8px 24px',
  [theme.breakpoints.up('md')]: { gridTemplateColumns: '1fr 1fr' },
  '& label': { fontSize: 13, lineHeight: '20px', fontWeight: 500, marginBottom: 6 },
  '& label span': { fontWeight: 400, color: theme.vars.palette.text.secondary },
}))

type TextFieldsProps = {
  texts: DraftTexts
  kind: BatchKind
  /** When the draft was made; null: it is not there yet. */
  since: string | null
}

/** What the batch is called in lists, and why it is done. Both save themselves. */
export function TextFields({ texts, kind, since }: TextFieldsProps) {
  const words = useWords(listWords)
  const { defaultTitle } = useWords(confirmWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date().toISOString())
  // What it is called where nobody calls it otherwise. Seen from another year a day has its year.
  const example = defaultTitle[kind](dayWords(since ?? now, new Date(0), language))
  const id = useId()
  const { written, write, save, problem } = texts
  return (
    <Two {...writing}>
      <FormControl>
        <label htmlFor={`${id}-title`}>{words.title}</label>
        <OutlinedInput
          id={`${id}-title`}
          value={written.title}
          placeholder={example}
          autoComplete="off"
          onChange={(event) => write({ title: event.target.value })}
          onBlur={save}
          slotProps={{ input: { maxLength: titleLimit } }}
        />
      </FormControl>
      <FormControl>
        <label htmlFor={`${id}-reason`}>
          {words.reason} <span>{words.required}</span>
        </label>
        <OutlinedInput
          id={`${id}-reason`}
          value={written.reason}
          autoComplete="off"
          onChange={(event) => write({ reason: event.target.value })}
          onBlur={save}
          slotProps={{ input: { maxLength: reasonLimit, 'aria-required': true } }}
        />
      </FormControl>
      {problem !== null && <NotSaved texts={texts} problem={problem} />}
    </Two>
  )
}
