import { styled } from '@mui/material/styles'
import type { LucideIcon } from 'lucide-react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import type { Ref } from 'react'
import { touch } from '#console/frame/media.ts'

const Body = styled('label', { shouldForwardProp: (prop) => prop !== 'framed' })<{
  framed: boolean
}>(({ theme, framed }) => {
  const { palette } = theme.vars
  return {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    fontSize: framed ? 12 : 13,
    color: palette.text.secondary,
    ...(framed && {
      height: 28,
      padding: '0 0 0 10px',
      border: `1px solid ${palette.border.field}`,
      borderRadius: 6,
    }),
    '& svg': { flex: 'none', pointerEvents: 'none' },
    '& svg:last-child': { position: 'absolute', right: framed ? 9 : 0 },
    '& select': {
      appearance: 'none',
      fieldSizing: 'content',
      font: 'inherit',
      fontWeight: framed ? 600 : 500,
      height: 26,
      padding: framed ? '0 28px 0 0' : '0 20px 0 0',
      border: 0,
      borderRadius: 5,
      background: 'none',
      color: framed ? palette.text.primary : palette.primary.main,
      cursor: 'pointer',
    },
    '& option': { color: palette.text.primary, background: palette.background.default },
    '&:hover': { background: framed ? palette.action.hover : 'none' },
    [touch]: { minHeight: 44 },
  }
})

type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChoose: (value: Value) => void
  /** With it the choice is framed and stands in a row of tools. */
  icon?: LucideIcon
  ref?: Ref<HTMLSelectElement>
}

/** One of a few: the browser's own list under a quiet face. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, onChoose, icon: Icon, ref } = props
  return (
    <Body framed={Icon !== undefined}>
      {Icon !== undefined && <Icon size={14} strokeWidth={1.75} aria-hidden />}
      <span aria-hidden>{label}</span>
      <select
        ref={ref}
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </Body>
  )
}
