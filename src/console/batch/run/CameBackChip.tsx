import Undo from 'lucide-react/icons/undo-2'
import { Chip } from '#console/chip/Chip.tsx'
import { useWords } from '#console/words/language.tsx'
import { runWords } from './words.ts'

/** Instead of *Done*: it was done, and a later look showed that it is so no more. */
export function CameBackChip() {
  const { cameBack } = useWords(runWords)
  return (
    <Chip tone="warning" icon={Undo}>
      {cameBack}
    </Chip>
  )
}
