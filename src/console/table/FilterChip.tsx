import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { Look } from '#console/chip/Chip.tsx'
import { touch } from '#console/frame/media.ts'
import { figure } from '#console/words/plural.ts'

const Body = styled('button')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  height: 28,
  padding: '0 10px',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 6,
  whiteSpace: 'nowrap',
  color: theme.vars.palette.text.secondary,
  background: theme.vars.palette.background.default,
  cursor: 'pointer',
  '& strong': { fontWeight: 600, color: theme.vars.palette.text.primary },
  '&:hover': { background: theme.vars.palette.action.hover },
  '&[aria-pressed="true"]': {
    borderColor: theme.vars.palette.primary.main,
    boxShadow: `inset 0 0 0 1px ${theme.vars.palette.primary.main}`,
  },
  [touch]: { height: 44 },
}))

const Ink = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{
  tone: Look['tone']
}>(({ theme, tone }) => {
  const { palette } = theme.vars
  const hue = tone === 'accent' ? palette.primary : tone === 'grey' ? null : palette[tone]
  return { display: 'inline-flex', color: hue === null ? palette.text.secondary : hue.main }
})

type FilterChipProps = {
  /** Absent for *All*. */
  look?: Look
  word: ReactNode
  count: number
  chosen: boolean
  onChoose: () => void
}

/** One word of a sum, with its count; chosen, it filters the rows below. */
export function FilterChip({ look, word, count, chosen, onChoose }: FilterChipProps) {
  const Icon = look?.icon
  return (
    <Body type="button" aria-pressed={chosen} onClick={onChoose}>
      {look !== undefined && Icon !== undefined && (
        <Ink tone={look.tone}>
          <Icon size={14} strokeWidth={1.75} aria-hidden />
        </Ink>
      )}
      {word} <strong>{figure(count)}</strong>
    </Body>
  )
}
