import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { batchWords } from '#console/batch/words.ts'
import { Table, TableFrame } from '#console/table/Table.tsx'
import { Tick } from '#console/table/Tick.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchKind, ListKind } from '#contract/batch.ts'
import { kinds } from './kinds.ts'
import { listWords } from './words.ts'

const Frame = styled(TableFrame)(({ theme }) => ({
  '&& th': { background: theme.vars.palette.background.subtle, fontWeight: 500 },
  '&& tbody td': { whiteSpace: 'normal' },
  '&& tbody tr:hover': { background: theme.vars.palette.action.hover },
  '&& tbody tr[data-chosen]': { background: theme.vars.palette.action.selected },
  '&& .kind': { width: '12%', minWidth: 130, paddingLeft: 12 },
  '&& .stays': { width: '31%' },
  '&& .undo': { width: '21%' },
  '& label': { display: 'inline-flex', alignItems: 'center', gap: 8, cursor: 'pointer' },
  '& td label': { minHeight: 39, fontWeight: 600 },
  '& td.undo.final': { fontWeight: 500 },
  '& td.undo:not(.final)': { color: theme.vars.palette.text.secondary },
  '& tbody tr': { cursor: 'pointer' },
  '& > .option': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 40,
    padding: '0 12px',
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    '& span': { color: theme.vars.palette.text.secondary },
    '&[data-off] label': { color: theme.vars.palette.text.tertiary, cursor: 'default' },
  },
}))

const Radio = styled(Tick)({
  borderRadius: '50%',
  '&:checked::before': { width: 6, height: 6, borderRadius: '50%', clipPath: 'none' },
})

type KindTableProps = {
  kind: BatchKind
  endSessions: boolean
  onChange: (change: { kind: ListKind } | { endSessions: boolean }) => void
}

/** What is done to everybody on the list, chosen in the table that explains it. */
export function KindTable({ kind, endSessions, onChange }: KindTableProps) {
  const words = useWords(listWords)
  const names = useWords(batchWords).kind
  const id = useId()
  const mayEndSessions = kind === 'resign' || kind === 'delete'
  // The way back from a suspension stays that.
  const shown: readonly BatchKind[] = kind === 'reactivate' ? [kind] : kinds
  return (
    <Frame role="radiogroup" aria-label={words.kinds}>
      <Table>
        <thead>
          <tr>
            <th scope="col" className="kind">
              {words.kindHead}
            </th>
            <th scope="col">{words.goesHead}</th>
            <th scope="col" className="stays">
              {words.staysHead}
            </th>
            <th scope="col" className="undo">
              {words.undoHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((choice) => (
            <tr
              key={choice}
              data-chosen={choice === kind ? '' : undefined}
              onClick={({ target }) => {
                // A click on the label chooses by itself.
                const isBeside = target instanceof Element && target.closest('label') === null
                if (isBeside && choice !== kind && choice !== 'reactivate')
                  onChange({ kind: choice })
              }}
            >
              <td className="kind">
                <label htmlFor={`${id}-${choice}`}>
                  <Radio
                    id={`${id}-${choice}`}
                    type="radio"
                    name={`${id}-kind`}
                    value={choice}
                    checked={choice === kind}
                    aria-describedby={`${id}-${choice}-undo`}
                    onChange={() => {
                      if (choice !== 'reactivate') onChange({ kind: choice })
                    }}
                  />
                  {names[choice]}
                </label>
              </td>
              <td>{words.kind[choice].goes}</td>
              <td className="stays quiet">{words.kind[choice].stays}</td>
              <td
                id={`${id}-${choice}-undo`}
                className={choice === 'resign' || choice === 'delete' ? 'undo final' : 'undo'}
              >
                {words.kind[choice].undo}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {kind !== 'reactivate' && (
        <div className="option" data-off={mayEndSessions ? undefined : ''}>
          <label htmlFor={`${id}-sessions`}>
            <Tick
              id={`${id}-sessions`}
              type="checkbox"
              checked={mayEndSessions && endSessions}
              disabled={!mayEndSessions}
              onChange={(event) => onChange({ endSessions: event.target.checked })}
            />
            {words.endSessions}
          </label>
          {!mayEndSessions && <span>{words.endSessionsFor}</span>}
        </div>
      )}
    </Frame>
  )
}
