import Undo from 'lucide-react/icons/undo-2'
import { Chip, type Look } from '#console/chip/Chip.tsx'
import { useWords } from '#console/words/language.tsx'
import { runWords } from './words.ts'

/** How it looks, also for a filter chip. */
export const cameBackLook: Look = { tone: 'warning', icon: Undo }

/** Instead of *Done*: it was done, and a later look showed that it is so no more. */
export function CameBackChip() {
  const { cameBack } = useWords(runWords)
  return <Chip {...cameBackLook}>{cameBack}</Chip>
}
