import { styled } from '@mui/material/styles'
import type { LucideIcon } from 'lucide-react'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'

type BannerTone = 'warning' | 'error' | 'primary' | 'grey'

const Body = styled('div', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: BannerTone }>(
  ({ theme, tone }) => {
    const { background, text, ...hues } = theme.vars.palette
    return {
      display: 'flex',
      gap: 12,
      padding: '10px 14px',
      borderRadius: 8,
      fontSize: 13,
      lineHeight: '20px',
      color: tone === 'grey' ? text.primary : hues[tone].main,
      background: tone === 'grey' ? background.chip : hues[tone].light,
      '& > svg': { flex: 'none', marginTop: 2 },
      '& a, & button': {
        minHeight: 0,
        padding: 0,
        border: 0,
        font: 'inherit',
        fontWeight: 600,
        color: 'inherit',
        background: 'none',
        textDecoration: 'underline',
        textUnderlineOffset: 3,
      },
    }
  },
)

type BannerProps = { tone?: BannerTone; icon?: LucideIcon; children: ReactNode }

/** A tinted block that says what a person should know before going on. */
export function Banner({ tone = 'warning', icon: Icon = TriangleAlert, children }: BannerProps) {
  return (
    <Body tone={tone}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div>{children}</div>
    </Body>
  )
}
