import { styled } from '@mui/material/styles'
import { Link, useNavigate } from 'react-router'
import { Skeleton } from '#console/state/Skeleton.tsx'
import { moveWithArrows } from '#console/table/move.ts'
import { Table } from '#console/table/Table.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { Batch } from '#contract/batch.ts'
import { Counts } from './Counts.tsx'
import { StateChip } from './StateChip.tsx'
import { batchWords } from './words.ts'

const Batches = styled(Table)(({ theme }) => ({
  '& .no': { width: 88 },
  '& .kind': { width: 112 },
  '& .state': { width: 164 },
  '& .who': { width: 160 },
  '& .when': { width: 148 },
  '& td': { cursor: 'pointer' },
  '& td a': { color: 'inherit', textDecoration: 'none' },
  '& .under': { display: 'none' },
  '& .parent': {
    marginLeft: 8,
    fontWeight: 400,
    color: theme.vars.palette.text.secondary,
  },
  [theme.breakpoints.down('lg')]: { '& .kind': { display: 'none' }, '& .who': { width: 132 } },
  [theme.breakpoints.down('md')]: {
    '& thead': { position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1 },
    '& .no, & .counts, & .who, & .when, & .parent': { display: 'none' },
    '& td': { height: 60 },
    '& td.title': { paddingLeft: 16 },
    '& td.state': { paddingRight: 16, textAlign: 'right', width: 172 },
    '& .under': { display: 'block', color: theme.vars.palette.text.secondary, fontWeight: 400 },
  },
}))

const skeletons = Array.from({ length: 8 }, (_, row) => row)
const columns = ['number', 'title', 'kind', 'state', 'rows', 'who', 'when'] as const
const looks: Record<(typeof columns)[number], string> = {
  number: 'no',
  title: 'title',
  kind: 'kind',
  state: 'state',
  rows: 'counts',
  who: 'who',
  when: 'when',
}

/** Batches in rows; arrow keys move between them, Enter opens. */
export function BatchesTable({
  batches,
  now,
}: {
  batches: readonly Batch[] | undefined
  now: Date
}) {
  const words = useWords(batchWords)
  return (
    <Batches aria-label={words.batches}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={looks[column]}>
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveWithArrows}>
        {batches?.map((batch) => <BatchRow key={batch.batchId} batch={batch} now={now} />) ??
          skeletons.map((row) => (
            <tr key={row} aria-hidden>
              {columns.map((column) => (
                <td key={column} className={looks[column]}>
                  <Skeleton wide={column === 'title' ? 180 : 56} />
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </Batches>
  )
}

function BatchRow({ batch, now }: { batch: Batch; now: Date }) {
  const words = useWords(batchWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const to = `/batches/${batch.batchId}`
  const title = batch.title === '' ? words.untitled : <Visible text={batch.title} />
  return (
    <tr
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('a') === null) void navigate(to)
      }}
    >
      <td className="no quiet">{words.number(batch.batchId)}</td>
      <td className="title name">
        <Link to={to} data-move="">
          {title}
        </Link>
        {batch.parentId !== null && (
          <span className="parent">{words.carriedOnFrom(batch.parentId)}</span>
        )}
        <span className="under">
          {words.number(batch.batchId)} · <Counts batch={batch} />
        </span>
      </td>
      <td className="kind quiet">{words.kind[batch.kind]}</td>
      <td className="state">
        <StateChip batch={batch} lastSeen={now.getTime()} />
      </td>
      <td className="counts quiet">
        <Counts batch={batch} />
      </td>
      <td className="who quiet">
        <Visible text={batch.createdBy ?? ''} />
      </td>
      <td className="when quiet">{minuteWords(batch.createdAt, now, language)}</td>
    </tr>
  )
}
