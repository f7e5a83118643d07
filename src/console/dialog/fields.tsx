import FormControl from '@mui/material/FormControl'
import OutlinedInput from '@mui/material/OutlinedInput'
import { styled } from '@mui/material/styles'
import Check from 'lucide-react/icons/check'
import { type ReactNode, useId } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { sameWords } from '#contract/typed-words.ts'
import { dialogWords } from './words.tsx'

const Label = styled('label')(({ theme }) => ({
  fontSize: 13,
  lineHeight: '20px',
  fontWeight: 500,
  marginBottom: 6,
  '& span': { fontWeight: 400, color: theme.vars.palette.text.secondary },
  '& code': {
    ...theme.typography.code,
    padding: '2px 6px',
    borderRadius: 5,
    fontWeight: 400,
    background: theme.vars.palette.background.chip,
  },
}))

const Tick = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  fontSize: 12,
  fontWeight: 500,
  whiteSpace: 'nowrap',
  color: theme.vars.palette.success.main,
}))

type ReasonFieldProps = {
  field: UseFormRegisterReturn
  label: string
  required: boolean
  readOnly: boolean
  autoFocus?: boolean
}

/** Why it is done. 500 characters: what the contract takes. */
export function ReasonField({ field, label, required, readOnly, autoFocus }: ReasonFieldProps) {
  const words = useWords(dialogWords)
  const id = useId()
  const { ref, ...rest } = field
  return (
    <FormControl>
      <Label htmlFor={id}>
        {label} <span>{required ? words.required : words.optional}</span>
      </Label>
      <OutlinedInput
        {...rest}
        id={id}
        inputRef={ref}
        readOnly={readOnly}
        autoFocus={autoFocus ?? false}
        autoComplete="off"
        slotProps={{ input: { maxLength: 500, 'aria-required': required } }}
      />
    </FormControl>
  )
}

type TypedFieldProps = {
  field: UseFormRegisterReturn
  typed: string
  expected: string
  /** The sentence around the words: *Type `liwei` to continue*. */
  label: (code: ReactNode) => ReactNode
  readOnly: boolean
  autoFocus?: boolean
}

/** The words to type; a tick when they match, and never a reproach while typing. */
export function TypedField({
  field,
  typed,
  expected,
  label,
  readOnly,
  autoFocus,
}: TypedFieldProps) {
  const words = useWords(dialogWords)
  const id = useId()
  const { ref, ...rest } = field
  return (
    <FormControl>
      <Label htmlFor={id}>
        {label(
          <code>
            <Visible text={expected} />
          </code>,
        )}
      </Label>
      <OutlinedInput
        {...rest}
        id={id}
        inputRef={ref}
        readOnly={readOnly}
        autoFocus={autoFocus ?? false}
        autoComplete="off"
        slotProps={{
          input: { maxLength: 256, autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false },
        }}
        endAdornment={
          <span role="status">
            {sameWords(typed, expected) && (
              <Tick>
                <Check size={14} strokeWidth={1.75} aria-hidden />
                {words.matches}
              </Tick>
            )}
          </span>
        }
      />
    </FormControl>
  )
}
