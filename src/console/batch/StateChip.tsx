import CircleCheck from 'lucide-react/icons/circle-check'
import CirclePause from 'lucide-react/icons/circle-pause'
import CircleStop from 'lucide-react/icons/circle-stop'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import FilePen from 'lucide-react/icons/file-pen'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import ScanSearch from 'lucide-react/icons/scan-search'
import Trash from 'lucide-react/icons/trash-2'
import { Chip, type Look } from '#console/chip/Chip.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch, BatchState } from '#contract/batch.ts'
import { sumOf } from './sum.ts'
import { batchWords } from './words.ts'

const looks: Record<BatchState, Look> = {
  draft: { tone: 'grey', icon: FilePen, plain: true },
  checking: { tone: 'accent', icon: ScanSearch, plain: true },
  checked: { tone: 'grey', icon: ClipboardCheck },
  confirmed: { tone: 'warning', icon: ClipboardCheck },
  running: { tone: 'accent', icon: LoaderCircle, plain: true },
  paused: { tone: 'warning', icon: CirclePause },
  stopping: { tone: 'accent', icon: LoaderCircle, plain: true },
  stopped: { tone: 'grey', icon: CircleStop, plain: true },
  finished: { tone: 'grey', icon: CircleCheck, plain: true },
  discarded: { tone: 'grey', icon: Trash, plain: true },
}

/** Where a batch stands: green only when every number agrees. */
export function StateChip({ batch }: { batch: Batch }) {
  const words = useWords(batchWords)
  const tone = sumOf(batch).agrees ? 'success' : looks[batch.state].tone
  return (
    <Chip {...looks[batch.state]} tone={tone}>
      {words.state[batch.state]}
    </Chip>
  )
}
