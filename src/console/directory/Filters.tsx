import ArrowDownUp from 'lucide-react/icons/arrow-down-up'
import Funnel from 'lucide-react/icons/funnel'
import { statusWords } from '#console/chip/status-words.ts'
import { Choice } from '#console/table/Choice.tsx'
import { columnWords } from '#console/text/column-words.ts'
import { useWords } from '#console/words/language.tsx'
import { userStatuses } from '#contract/user-id-type.ts'
import type { DirectoryView } from './queries.ts'
import { directoryWords } from './words.ts'

const sorts = ['username', 'email', 'status', 'lastLogin', 'createdAt'] as const

type FiltersProps = { view: DirectoryView; onView: (view: DirectoryView) => void }

/** Which status, and in which order. */
export function Filters({ view, onView }: FiltersProps) {
  const words = useWords(directoryWords)
  const columns = useWords(columnWords)
  const statuses = useWords(statusWords).status
  return (
    <>
      <Choice
        icon={Funnel}
        label={words.status}
        value={view.status ?? ''}
        options={[
          { value: '', label: words.any },
          ...userStatuses.map((status) => ({ value: status, label: statuses[status] })),
        ]}
        onChoose={(status) => onView({ ...view, status: status || null, page: 1 })}
      />
      <Choice
        icon={ArrowDownUp}
        label={words.sort}
        value={view.sort}
        options={sorts.map((sort) => ({ value: sort, label: columns[sort] }))}
        onChoose={(sort) => onView({ ...view, sort, descending: false, page: 1 })}
      />
    </>
  )
}
