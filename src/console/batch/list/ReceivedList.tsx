import ClipboardList from 'lucide-react/icons/clipboard-list'
import FileText from 'lucide-react/icons/file-text'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import { type ReactNode, useState } from 'react'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { ColumnsRequest, List } from '#contract/list.ts'
import { columnsOf } from './columns.ts'
import { ListBox } from './frames.ts'
import { InlineNote } from './InlineNote.tsx'
import { ListFoot } from './ListFoot.tsx'
import { ListTools } from './ListTools.tsx'
import { Preview } from './Preview.tsx'
import { useColumns } from './useChange.ts'
import type { Draft } from './useDraft.ts'
import { listWords } from './words.ts'

type ReceivedListProps = {
  draft: Draft
  list: List
  name: string
  /** What can be done with the whole of it. */
  acts: ReactNode
}

/** A file or pasted lines as they were read, and how they are to be read. */
export function ReceivedList({ draft, list, name, acts }: ReceivedListProps) {
  const words = useWords(listWords)
  const reading = useColumns(draft, list)
  const { variables, isPending, error } = reading
  // What was chosen stands there while it is being saved; what was not saved does not.
  const [chosen, setChosen] = useState<ColumnsRequest | null>(null)
  const columns = chosen ?? columnsOf(list)
  const choose = (next: ColumnsRequest) => {
    setChosen(next)
    reading.mutate(next, { onSettled: () => setChosen(null) })
  }
  const Icon = list.source === 'file' ? FileText : ClipboardList
  const facts = [
    words.rows(list.rows),
    words.columnCount(list.columns.length),
    words.encoding[list.encoding],
    ...(list.delimiter === 'none' ? [] : [words.delimiter[list.delimiter]]),
  ]
  return (
    <ListBox aria-label={name} aria-busy={isPending}>
      <header>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        <div className="what">
          <strong>
            <Visible text={name} />
          </strong>
          <small>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </small>
        </div>
        {draft.mayEditLists && <ListTools columns={columns} onColumns={choose} />}
        <div className="acts">{acts}</div>
      </header>
      <Preview
        list={list}
        name={name}
        columns={columns}
        {...(draft.mayEditLists && { onColumns: choose })}
      />
      <ListFoot list={list} />
      {error !== null && (
        <div className="note">
          <ProblemNote
            what={words.notChanged}
            problem={error}
            retry={() => variables !== undefined && choose(variables)}
          />
        </div>
      )}
      {draft.mayEditLists && columns.nameColumn === null && list.columns.length > 1 && (
        <InlineNote icon={UserRoundCheck}>{words.suggestName}</InlineNote>
      )}
    </ListBox>
  )
}
