import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { Choice } from '#console/table/Choice.tsx'
import { Tick } from '#console/table/Tick.tsx'
import { kindWords } from '#console/text/kind-words.ts'
import { useWords } from '#console/words/language.tsx'
import type { ColumnsRequest, IdKind } from '#contract/list.ts'
import { userIdTypes } from '#contract/user-id-type.ts'
import { listWords } from './words.ts'

const Body = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 20px',
  color: theme.vars.palette.text.secondary,
  '& > label': { display: 'inline-flex', alignItems: 'center', gap: 8, cursor: 'pointer' },
}))

type ListToolsProps = {
  columns: ColumnsRequest
  onColumns: (columns: ColumnsRequest) => void
}

/** Whether the first line names the columns, and which kind of id the list holds. */
export function ListTools({ columns, onColumns }: ListToolsProps) {
  const words = useWords(listWords)
  const kinds = useWords(kindWords)
  const id = useId()
  const options: { value: IdKind; label: string }[] = [
    { value: 'auto', label: words.auto },
    ...userIdTypes.map((kind) => ({ value: kind, label: kinds.label[kind] })),
  ]
  return (
    <Body>
      <label htmlFor={id}>
        <Tick
          id={id}
          type="checkbox"
          checked={columns.header}
          onChange={(event) => onColumns({ ...columns, header: event.target.checked })}
        />
        {words.header}
      </label>
      <Choice
        label={words.kindOfId}
        value={columns.idKind}
        options={options}
        onChoose={(idKind) => onColumns({ ...columns, idKind })}
      />
    </Body>
  )
}
