import { styled } from '@mui/material/styles'
import { batchWords } from '#console/batch/words.ts'
import { Table, TableFrame } from '#console/table/Table.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { Step } from './Step.tsx'
import { draftWords } from './words.ts'

const Kinds = styled(TableFrame)(({ theme }) => ({
  marginBottom: 12,
  // Doubled, to win over the table's own styles in whichever order both are inserted.
  '&& th': { background: theme.vars.palette.background.subtle },
  '&& th, && td': { whiteSpace: 'normal' },
  '&& th:first-of-type, && td:first-of-type': { paddingLeft: 12 },
  '&& td': { borderBottom: 0 },
  '& .kind': { width: '14%', fontWeight: 600 },
  '& .undo': { width: '16%', fontWeight: 600 },
  '& th.kind, & th.undo': { fontWeight: 500 },
  [theme.breakpoints.down('md')]: {
    '& .kind': { width: 88 },
    '& .stays': { display: 'none' },
    '& .undo': { width: 88 },
  },
}))

/** What is to be done, and to how many. A table while it is new, one line afterwards. */
export function ListStep({ batch }: { batch: Batch }) {
  const words = useWords(draftWords)
  const { kind } = useWords(batchWords)
  const who = words.fromSelection(batch.rows)
  if (batch.state !== 'checking') {
    return (
      <Step
        number={1}
        name={words.list}
        state="done"
        head={
          <span>
            <strong>{kind[batch.kind]}</strong> · {who}
          </span>
        }
      />
    )
  }
  return (
    <Step number={1} name={words.list} state="done">
      <Kinds>
        <Table aria-label={words.list}>
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
            <tr>
              <td className="kind">{kind[batch.kind]}</td>
              <td>{words.goes}</td>
              <td className="stays quiet">{words.stays}</td>
              <td className="undo">{words.undo}</td>
            </tr>
          </tbody>
        </Table>
      </Kinds>
      <p>{who}</p>
    </Step>
  )
}
