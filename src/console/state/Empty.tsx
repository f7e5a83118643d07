import { styled } from '@mui/material/styles'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  justifyItems: 'start',
  '& > svg': { color: theme.vars.palette.text.secondary },
  '& strong': { fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& p': { color: theme.vars.palette.text.secondary },
  '& .next': { display: 'flex', flexWrap: 'wrap', gap: 8 },
}))

type EmptyProps = { icon: LucideIcon; what: ReactNode; why?: ReactNode; children?: ReactNode }

/** Nothing is here: what is missing, one grey line, and at most two buttons. */
export function Empty({ icon: Icon, what, why, children }: EmptyProps) {
  return (
    <Body>
      <Icon size={22} strokeWidth={1.75} aria-hidden />
      <strong>{what}</strong>
      {why !== undefined && <p>{why}</p>}
      {children !== undefined && <div className="next">{children}</div>}
    </Body>
  )
}
