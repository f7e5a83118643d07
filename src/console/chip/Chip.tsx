import { styled } from '@mui/material/styles'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** Tones of a chip; a `plain` one has no ground. */
type Tone = 'success' | 'accent' | 'warning' | 'error' | 'grey'

/** How a word looks: its tone, its icon, and whether it stands without a ground. */
export type Look = { tone: Tone; icon: LucideIcon; plain?: boolean }

const Body = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' && prop !== 'plain' })<{
  tone: Tone
  plain: boolean
}>(({ theme, tone, plain }) => {
  const { background, text, ...hues } = theme.vars.palette
  const hue = tone === 'accent' ? hues.primary : tone === 'grey' ? null : hues[tone]
  const quiet = plain && tone !== 'warning' && tone !== 'error'
  return {
    ...theme.typography.caption,
    display: 'inline-flex',
    alignItems: 'center',
    gap: 5,
    height: 22,
    padding: plain ? 0 : '0 7px',
    borderRadius: 5,
    whiteSpace: 'nowrap',
    fontWeight: plain ? 400 : 500,
    fontSize: plain ? 13 : 12,
    color: quiet || hue === null ? text.secondary : hue.main,
    background: plain ? 'none' : hue === null ? background.chip : hue.light,
    '& svg': { flex: 'none', color: hue === null ? text.secondary : hue.main },
  }
})

type ChipProps = Look & { children: ReactNode; title?: string }

/** An icon and a word in a tone: never colour alone. */
export function Chip({ tone, icon: Icon, plain = false, children, title }: ChipProps) {
  return (
    <Body tone={tone} plain={plain} title={title}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {children}
    </Body>
  )
}
