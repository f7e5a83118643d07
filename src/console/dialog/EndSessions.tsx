import { styled } from '@mui/material/styles'
import { touch } from '#console/frame/media.ts'
import { Tick } from '#console/table/Tick.tsx'
import { useWords } from '#console/words/language.tsx'
import { dialogWords } from './words.tsx'

const Label = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  justifySelf: 'start',
  cursor: 'pointer',
  [touch]: { minHeight: 44 },
})

type EndSessionsProps = {
  /** How many there are; null: it could not be read. */
  count: number | null
  ticked: boolean
  onTick: (ticked: boolean) => void
}

/** *End 4 active sessions*, where there are any or where nobody could count them. */
export function EndSessions({ count, ticked, onTick }: EndSessionsProps) {
  const words = useWords(dialogWords)
  if (count === 0) return null
  return (
    <Label>
      <Tick type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      {count === null ? words.endUncounted : words.endSessions(count)}
    </Label>
  )
}
