import { styled } from '@mui/material/styles'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Link } from 'react-router'
import { useWords } from '#console/words/language.tsx'
import { batchWords } from './words.ts'

const Trail = styled('nav')(({ theme }) => ({
  '& ol': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    color: theme.vars.palette.text.secondary,
  },
  '& li': { display: 'inline-flex', alignItems: 'center', gap: 8 },
  '& a': { color: 'inherit', textDecoration: 'none' },
  '& a:hover': { textDecoration: 'underline' },
  '@media (pointer: coarse)': { '& a': { lineHeight: '44px' } },
}))

/** *Batches › #42*; without a number, of a batch that is not there yet. */
export function Crumbs({ batchId }: { batchId: number | null }) {
  const words = useWords(batchWords)
  return (
    <Trail aria-label={words.trail}>
      <ol>
        <li>
          <Link to="/batches">{words.batches}</Link>
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        </li>
        <li aria-current="page">{batchId === null ? words.newCrumb : words.number(batchId)}</li>
      </ol>
    </Trail>
  )
}
