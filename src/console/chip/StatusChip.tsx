import Archive from 'lucide-react/icons/archive'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleMinus from 'lucide-react/icons/circle-minus'
import CirclePause from 'lucide-react/icons/circle-pause'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import UserX from 'lucide-react/icons/user-x'
import { useWords } from '#console/words/language.tsx'
import type { UserStatus } from '#contract/user-id-type.ts'
import { Chip, type Look } from './Chip.tsx'
import { statusWords } from './status-words.ts'

const looks: Record<UserStatus, Look> = {
  Activated: { tone: 'success', icon: CircleCheck, plain: true },
  Suspended: { tone: 'warning', icon: CirclePause },
  Deactivated: { tone: 'grey', icon: CircleMinus },
  Resigned: { tone: 'grey', icon: UserX },
  Archived: { tone: 'grey', icon: Archive },
}
const unknown: Look = { tone: 'grey', icon: CircleQuestionMark }

function isKnown(status: string): status is UserStatus {
  return Object.hasOwn(looks, status)
}

/** GenAuth's status of a user; `alone`: as the one fact of a header, with its ground. */
export function StatusChip({ status, alone = false }: { status: string; alone?: boolean }) {
  const words = useWords(statusWords)
  if (!isKnown(status)) return <Chip {...unknown}>{status}</Chip>
  const look = looks[status]
  return (
    <Chip {...look} plain={look.plain === true && !alone} title={words.meaning[status]}>
      {words.status[status]}
    </Chip>
  )
}
