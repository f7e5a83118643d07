import ClipboardList from 'lucide-react/icons/clipboard-list'
import FileText from 'lucide-react/icons/file-text'
import History from 'lucide-react/icons/history'
import SquareCheck from 'lucide-react/icons/square-check'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { batchWords } from '#console/batch/words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import type { ListSummary } from '#contract/list.ts'
import { ListBox } from './frames.ts'

const icons = { selection: SquareCheck, batch: History, file: FileText, paste: ClipboardList }

type ListLineProps = {
  batch: Batch
  list: ListSummary
  name: string
  acts: ReactNode
}

/** A list in one line: people who are known already, or how a file is called before more is known of it. */
export function ListLine({ batch, list, name, acts }: ListLineProps) {
  const words = useWords(batchWords)
  const Icon = icons[list.source]
  return (
    <ListBox aria-label={name}>
      <header>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        <div className="what">
          <strong>
            <Visible text={name} />
          </strong>
        </div>
        {list.source === 'batch' && batch.parentId !== null && (
          <Link to={`/batches/${batch.parentId}`}>{words.openBatch(batch.parentId)}</Link>
        )}
        <div className="acts">{acts}</div>
      </header>
    </ListBox>
  )
}
