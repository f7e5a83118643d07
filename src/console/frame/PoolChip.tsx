import { styled } from '@mui/material/styles'
import CircleDot from 'lucide-react/icons/circle-dot'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { About } from '#contract/session.ts'
import { frameWords } from './words.ts'

const Production = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 600,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  height: 26,
  maxWidth: 260,
  padding: '0 10px',
  borderRadius: 6,
  border: `1px solid ${theme.vars.palette.error.main}`,
  color: theme.vars.palette.error.main,
  '& svg': { flex: 'none' },
  '& .pool': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .short': { display: 'none' },
  [theme.breakpoints.down('md')]: {
    '& .pool': { display: 'none' },
    '& .short': { display: 'inline' },
  },
}))

const Sandbox = styled('span')(({ theme }) => {
  const { warning, border, background, text } = theme.vars.palette
  const ground = background.default
  return {
    ...theme.typography.caption,
    fontWeight: 600,
    display: 'inline-flex',
    alignItems: 'center',
    height: 26,
    padding: '0 10px',
    borderRadius: 6,
    border: `1px solid ${border.field}`,
    color: text.primary,
    background: `repeating-linear-gradient(135deg, ${warning.light} 0 6px, ${ground} 6px 12px)`,
  }
})

/** Which pool every act here would reach: red for a real one, striped for the sandbox. */
export function PoolChip({ pool }: { pool: About['pool'] }) {
  const words = useWords(frameWords)
  if (pool.sandbox) return <Sandbox>{words.sandbox}</Sandbox>
  return (
    <Production title={words.productionPool(pool.name)}>
      <CircleDot size={14} strokeWidth={1.75} aria-hidden />
      <span className="pool">
        <Visible text={words.productionPool(pool.name)} />
      </span>
      <span className="short">{words.production}</span>
    </Production>
  )
}
