import { styled } from '@mui/material/styles'
import CircleX from 'lucide-react/icons/circle-x'
import type { ReactNode } from 'react'
import { problemWords, sentenceAbout } from '#console/call/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Unread as Why } from '#contract/user.ts'

const Body = styled('section')(({ theme }) => ({
  padding: '14px 24px',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  scrollMarginTop: 44,
  '&:last-child': { borderBottom: 0 },
  '& > header': { display: 'flex', justifyContent: 'space-between', gap: 12, marginBottom: 4 },
  '& h3': { fontSize: 13, lineHeight: '20px' },
  '& .lead': { fontWeight: 500 },
  '& .quiet': { color: theme.vars.palette.text.secondary },
  [theme.breakpoints.down('md')]: { padding: '14px 16px' },
}))

const Line = styled('p')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  color: theme.vars.palette.error.main,
  '& code': {
    ...theme.typography.code,
    marginLeft: 'auto',
    color: theme.vars.palette.text.secondary,
  },
}))

const Unseen = styled('h3')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
})

type SectionProps = {
  /** Where the address may lead: `#identities`. */
  id: string
  title: string
  /** The first section stands right under its tab, which says the same. */
  titleHidden?: boolean
  side?: ReactNode
  children: ReactNode
}

/** One block of a person's panel. */
export function Section({ id, title, titleHidden = false, side, children }: SectionProps) {
  const titleId = `${id}-title`
  return (
    <Body id={id} aria-labelledby={titleId} tabIndex={-1}>
      {titleHidden ? (
        <Unseen id={titleId}>{title}</Unseen>
      ) : (
        <header>
          <h3 id={titleId}>{title}</h3>
          {side}
        </header>
      )}
      {children}
    </Body>
  )
}

/** A part that could not be read: which, why in GenAuth's number, and *Try again*. */
export function Unread({ what, why, retry }: { what: string; why: Why; retry: () => void }) {
  const words = useWords(problemWords)
  return (
    <Line>
      <CircleX size={14} strokeWidth={1.75} aria-hidden />
      <span title={sentenceAbout(words, why.code)}>{what}</span>
      {why.apiCode !== undefined && <code>{why.apiCode}</code>}
      <Button size="small" variant="text" onClick={retry}>
        {words.tryAgain}
      </Button>
    </Line>
  )
}
