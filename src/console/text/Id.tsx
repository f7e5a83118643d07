import { styled } from '@mui/material/styles'
import { touch } from '#console/frame/media.ts'
import { CopyButton } from './CopyButton.tsx'
import { Visible } from './Visible.tsx'

const Code = styled('code')(({ theme }) => ({
  ...theme.typography.code,
  whiteSpace: 'nowrap',
  '&[data-long]': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  [touch]: { fontSize: 13 },
}))

const Pair = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 2,
  minWidth: 0,
  maxWidth: '100%',
})

/** `65f1c0…9c42` for an id of 16 characters or more; a shorter one stays whole. */
function shortened(id: string): string {
  return id.length < 16 ? id : `${id.slice(0, 6)}…${id.slice(-4)}`
}

type IdProps = {
  value: string
  /** What the id is called; with it the id has a copy button. */
  what?: string
  short?: boolean
  /** Whether it may go on in the next line: for what people chose themselves, at any length. */
  wraps?: boolean
}

/** No id is longer in life; what is would else stand under its neighbours. */
const longest = 64

/** An id: monospace, in one line unless it `wraps` or has no end, unseen characters written out. */
export function Id({ value, what, short = false, wraps = false }: IdProps) {
  return (
    <Pair>
      <Code
        title={short ? value : undefined}
        data-long={wraps || value.length > longest || undefined}
      >
        <Visible text={short ? shortened(value) : value} />
      </Code>
      {what !== undefined && <CopyButton value={value} what={what} />}
    </Pair>
  )
}
