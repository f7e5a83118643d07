import { styled } from '@mui/material/styles'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

const Line = styled('p')(({ theme }) => ({
  display: 'flex',
  gap: 10,
  padding: '10px 12px',
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.primary.main,
  background: theme.vars.palette.primary.light,
  '& svg': { flex: 'none', marginTop: 2 },
}))

/** A friendly word at the foot of a list. */
export function InlineNote({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <Line>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{children}</span>
    </Line>
  )
}
