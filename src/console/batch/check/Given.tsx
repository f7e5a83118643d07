import { styled } from '@mui/material/styles'
import { Id } from '#console/text/Id.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import { detect, isRounded } from '#contract/detect.ts'
import { checkWords } from './words.ts'

const Lines = styled('span')(({ theme }) => ({
  display: 'block',
  '& code, & small': {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    lineHeight: '16px',
  },
  '& code': theme.typography.code,
  '& small': { fontSize: 12, color: theme.vars.palette.text.secondary },
  '& .rounded': { color: theme.vars.palette.warning.main },
}))

/** An id as it was looked up; below it the cell as it was received, where that is something else. */
export function Given({ row: { given, asWritten } }: { row: BatchRow }) {
  const words = useWords(checkWords)
  const rounded = isRounded(given)
  const isUserId = detect(given).looks === 'user_id'
  return (
    <Lines title={asWritten ?? given}>
      {isUserId ? (
        <Id value={given} short />
      ) : (
        <code>{given === '' ? '—' : <Visible text={given} />}</code>
      )}
      {asWritten !== null && (
        <small>
          {words.writtenAs} <Visible text={asWritten} />
        </small>
      )}
      {rounded && asWritten === null && <small className="rounded">{words.rounded}</small>}
    </Lines>
  )
}
