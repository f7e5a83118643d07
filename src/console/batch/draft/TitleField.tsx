import FormControl from '@mui/material/FormControl'
import OutlinedInput from '@mui/material/OutlinedInput'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useWords } from '#console/words/language.tsx'
import { titleLimit } from '#contract/limits.ts'
import { draftWords } from './words.ts'

const Label = styled('label')({
  fontSize: 13,
  lineHeight: '20px',
  fontWeight: 500,
  marginBottom: 6,
})

/** What the batch is called in lists. */
export function TitleField({
  field,
  readOnly,
}: {
  field: UseFormRegisterReturn
  readOnly: boolean
}) {
  const words = useWords(draftWords)
  const id = useId()
  const { ref, ...rest } = field
  return (
    <FormControl>
      <Label htmlFor={id}>{words.title}</Label>
      <OutlinedInput
        {...rest}
        id={id}
        inputRef={ref}
        readOnly={readOnly}
        autoComplete="off"
        slotProps={{ input: { maxLength: titleLimit, 'aria-required': true } }}
      />
    </FormControl>
  )
}
