import { styled } from '@mui/material/styles'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import CircleX from 'lucide-react/icons/circle-x'
import type { ReactNode, Ref } from 'react'

/** `success` was read back, `warning` is not confirmed, `error` was not applied. */
type ResultTone = 'success' | 'warning' | 'error'

const icons = { success: CircleCheck, warning: CircleQuestionMark, error: CircleX }

const Body = styled('div', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: ResultTone }>(
  ({ theme, tone }) => ({
    display: 'flex',
    gap: 10,
    padding: '2px 0 2px 12px',
    borderLeft: `3px solid ${theme.vars.palette[tone].main}`,
    fontSize: 13,
    lineHeight: '20px',
    '& > svg': { flex: 'none', marginTop: 2, color: theme.vars.palette[tone].main },
    // It takes the focus so that it is read, but there is nothing to operate.
    '&&:focus-visible': { outline: 'none' },
    '& button': { marginLeft: -10 },
  }),
)

type InlineResultProps = {
  tone: ResultTone
  /** What is certain, in bold. */
  fact: ReactNode
  children?: ReactNode
  /** One link or button. */
  next?: ReactNode
  ref?: Ref<HTMLDivElement>
}

/** What became of an act, in the place where it was started. It can be focused by a program. */
export function InlineResult({ tone, fact, children, next, ref }: InlineResultProps) {
  const Icon = icons[tone]
  return (
    <Body tone={tone} role="status" tabIndex={-1} ref={ref}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <strong>{fact}</strong>
        {children && <> {children}</>}
        {next !== undefined && <div>{next}</div>}
      </div>
    </Body>
  )
}
