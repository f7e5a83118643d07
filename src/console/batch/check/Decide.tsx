import { styled } from '@mui/material/styles'
import { draftWords } from '#console/batch/draft/words.ts'
import { verdictGroups } from '#console/batch/sum.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import type { Releasing } from './useDecide.ts'

const Pair = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  color: theme.vars.palette.text.secondary,
}))

/** The decision on a held row, which can be taken back; without `release` only what was decided. */
export function Release({ row, release }: { row: BatchRow; release?: Releasing }) {
  const words = useWords(draftWords)
  if (!verdictGroups.held.some((verdict) => verdict === row.verdict)) return null
  const who = row.name ?? row.username ?? row.userId
  return (
    <Pair>
      {row.released && words.willRun}
      {release !== undefined && (
        <Button
          size="small"
          variant={row.released ? 'text' : 'outlined'}
          color="inherit"
          aria-label={row.released ? words.holdWho(who) : words.releaseWho(who)}
          aria-disabled={release.busyRow === row.row}
          onClick={() => release.set(row, !row.released)}
        >
          {row.released ? words.hold : words.release}
        </Button>
      )}
    </Pair>
  )
}
