import History from 'lucide-react/icons/history'
import SquareCheck from 'lucide-react/icons/square-check'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { batchWords } from '#console/batch/words.ts'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import type { ListSummary } from '#contract/list.ts'
import { ListBox } from './frames.ts'

type ListLineProps = {
  batch: Batch
  list: ListSummary
  name: string
  acts: ReactNode
}

/** People ticked in the directory, or carried on from another batch: known already, so told in a line. */
export function ListLine({ batch, list, name, acts }: ListLineProps) {
  const words = useWords(batchWords)
  const Icon = list.source === 'batch' ? History : SquareCheck
  return (
    <ListBox aria-label={name}>
      <header>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        <div className="what">
          <strong>{name}</strong>
        </div>
        {list.source === 'batch' && batch.parentId !== null && (
          <Link to={`/batches/${batch.parentId}`}>{words.openBatch(batch.parentId)}</Link>
        )}
        <div className="acts">{acts}</div>
      </header>
    </ListBox>
  )
}
