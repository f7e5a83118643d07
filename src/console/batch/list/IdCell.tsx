import { styled } from '@mui/material/styles'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Chip } from '#console/chip/Chip.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { fold, isRounded } from '#contract/detect.ts'
import { listWords } from './words.ts'

const Body = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  maxWidth: '100%',
  '& code': theme.typography.code,
  '& > code': { flex: 'none', maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis' },
  '& small': {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontSize: 12,
    color: theme.vars.palette.text.secondary,
  },
  '&[data-lost] > code': { color: theme.vars.palette.warning.main },
}))

/** An id as it will be looked up, and as it was written where that is something else. */
export function IdCell({ cell }: { cell: string }) {
  const words = useWords(listWords)
  const lookedUp = fold(cell)
  const isLost = isRounded(lookedUp)
  return (
    <Body data-lost={isLost ? '' : undefined}>
      {lookedUp === '' ? <small>{words.blank}</small> : null}
      <code>
        <Visible text={lookedUp} />
      </code>
      {lookedUp !== cell.trim() && (
        <small>
          {words.asWritten}{' '}
          <code>
            <Visible text={cell.trim()} />
          </code>
        </small>
      )}
      {isLost && (
        <Chip tone="warning" icon={TriangleAlert}>
          {words.numberLost}
        </Chip>
      )}
    </Body>
  )
}
