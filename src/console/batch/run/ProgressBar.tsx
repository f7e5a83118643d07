import { keyframes, styled } from '@mui/material/styles'
import { type Slice, slicesOf, sumOf } from '#console/batch/sum.ts'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { runWords } from './words.ts'

const march = keyframes({ to: { backgroundPositionX: '11.3px' } })
const stripes = (ink: string, ground: string) =>
  `repeating-linear-gradient(135deg, ${ink} 0 4px, ${ground} 4px 8px)`

const Track = styled('div')(({ theme }) => {
  const { background, primary, error, warning, success } = theme.vars.palette
  return {
    display: 'flex',
    gap: 2,
    height: 8,
    borderRadius: 4,
    overflow: 'hidden',
    '& > span': { minWidth: 6, background: background.chip },
    '& > .rest': { minWidth: 0 },
    '& > .done': { background: primary.dark },
    '&[data-agrees] > .done': { background: success.main },
    '& > .failed': { background: error.dark },
    '& > .not_confirmed': { background: stripes(warning.main, background.default) },
    '& > .sending': {
      background: stripes(primary.main, background.default),
      backgroundSize: '11.3px 100%',
      animation: `${march} 1s linear infinite`,
    },
    '@media (forced-colors: active)': { border: '1px solid' },
  }
})

/** The bar of a run: each kind of outcome a slice, green only when every number agrees. */
export function ProgressBar({ batch }: { batch: Batch }) {
  const words = useWords(runWords)
  const sum = sumOf(batch)
  const { slices, rest } = slicesOf(batch)
  return (
    <Track
      role="progressbar"
      aria-label={words.progress}
      aria-valuemin={0}
      aria-valuemax={sum.inRun}
      aria-valuenow={sum.ended}
      aria-valuetext={words.ofInRun(sum.ended, sum.inRun)}
      data-agrees={sum.agrees ? '' : undefined}
    >
      {slices.map((slice) => (
        <Part key={slice.outcome} slice={slice} />
      ))}
      {rest > 0 && <span className="rest" style={{ flexGrow: rest }} />}
    </Track>
  )
}

function Part({ slice: { outcome, count } }: { slice: Slice }) {
  return <span className={outcome} style={{ flexGrow: count }} />
}
