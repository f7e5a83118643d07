import CircleCheck from 'lucide-react/icons/circle-check'
import CirclePause from 'lucide-react/icons/circle-pause'
import CircleStop from 'lucide-react/icons/circle-stop'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import FilePen from 'lucide-react/icons/file-pen'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import ScanSearch from 'lucide-react/icons/scan-search'
import Trash from 'lucide-react/icons/trash-2'
import Undo from 'lucide-react/icons/undo-2'
import UserCheck from 'lucide-react/icons/user-check'
import Users from 'lucide-react/icons/users'
import { Chip, type Look } from '#console/chip/Chip.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch, BatchState } from '#contract/batch.ts'
import { approvalStep } from './approval/standing.ts'
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

const approvalLooks = {
  waits: { tone: 'warning', icon: Users },
  approved: { tone: 'accent', icon: UserCheck, plain: true },
  sentBack: { tone: 'warning', icon: Undo },
} as const satisfies Record<string, Look>

/** How a filter for what waits for a second person looks. */
export const waitsLook: Look = approvalLooks.waits

type StateChipProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** Where a batch stands: green only when every number agrees. */
export function StateChip({ batch, lastSeen }: StateChipProps) {
  const words = useWords(batchWords)
  const step = approvalStep(batch, lastSeen)
  if (step !== null) return <Chip {...approvalLooks[step]}>{words.approval[step]}</Chip>
  const tone = sumOf(batch).agrees ? 'success' : looks[batch.state].tone
  return (
    <Chip {...looks[batch.state]} tone={tone}>
      {words.state[batch.state]}
    </Chip>
  )
}
