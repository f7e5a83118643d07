import { styled } from '@mui/material/styles'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { touch } from '#console/frame/media.ts'
import { Visible } from '#console/text/Visible.tsx'
import { linesOf } from '#console/text/visible.ts'

const Body = styled('details')(({ theme }) => ({
  '& summary': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    minHeight: 24,
    cursor: 'pointer',
    listStyle: 'none',
    color: theme.vars.palette.text.secondary,
    '&::-webkit-details-marker': { display: 'none' },
    [touch]: { minHeight: 44 },
  },
  '&[open] summary svg': { transform: 'rotate(90deg)' },
  '& pre': {
    ...theme.typography.code,
    margin: '4px 0 0',
    padding: 12,
    maxHeight: 280,
    overflow: 'auto',
    borderRadius: 8,
    background: theme.vars.palette.background.subtle,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}))

/** JSON from elsewhere, closed at first, shown line by line as text and never as anything else. */
export function Profile({ title, json }: { title: string; json: readonly string[] }) {
  if (json.length === 0) return null
  return (
    <Body>
      <summary>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        {title}
      </summary>
      {[...new Set(json)].map((one) => (
        <pre key={one}>
          {linesOf(one).map(({ at, text }) => (
            <div key={at}>{text === '' ? <br /> : <Visible text={text} />}</div>
          ))}
        </pre>
      ))}
    </Body>
  )
}
