import { styled } from '@mui/material/styles'
import { batchWords } from '#console/batch/words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { listName } from './list-name.ts'
import { listWords } from './words.ts'

const Line = styled('span')(({ theme }) => ({
  overflowWrap: 'anywhere',
  '& strong': { fontWeight: 500, color: theme.vars.palette.text.primary },
  '& > * + span::before': { content: '" · "' },
  '& code': theme.typography.code,
}))

type ListSummaryProps = {
  batch: Batch
  /** Only where the list came from: all else stands in the question that is open below. */
  brief: boolean
}

/** The list in one line, once it is behind one: what is done, to whom, under which title and reason. */
export function ListSummary({ batch, brief }: ListSummaryProps) {
  const words = useWords(listWords)
  const { kind } = useWords(batchWords)
  const { lists, title, reason, rows } = batch
  const known = lists.some(({ source }) => source === 'file' || source === 'paste')
  const names = lists.map((list) => (
    <span key={list.listId}>
      <Visible text={listName(list, batch, words)} />
    </span>
  ))
  if (brief) return <Line>{names}</Line>
  return (
    <Line>
      <strong>{kind[batch.kind]}</strong>
      {names}
      {(known || lists.length > 1) && <span>{words.rows(rows)}</span>}
      <span>{title === '' ? words.untitled : <Visible text={title} />}</span>
      {reason === null || reason === '' ? (
        <span>{words.noReason}</span>
      ) : (
        <span>
          <code>
            <Visible text={reason} />
          </code>
        </span>
      )}
    </Line>
  )
}
