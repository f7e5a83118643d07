import { styled } from '@mui/material/styles'
import { StatusChip } from '#console/chip/StatusChip.tsx'
import { Button } from '#console/frame/Button.tsx'
import { Table, TableFrame } from '#console/table/Table.tsx'
import { kindWords } from '#console/text/kind-words.ts'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { row as inARow } from '#console/words/list.ts'
import type { BatchRow, Candidate } from '#contract/batch-row.ts'
import { checkWords } from './words.ts'

const People = styled(Table)(({ theme }) => ({
  '& .user': { width: '20%' },
  '& .username': { width: '14%' },
  '& .email': { width: '22%' },
  '& .status': { width: 116 },
  '& .act': { width: 104, textAlign: 'right' },
  '& td': { height: 48 },
  [theme.breakpoints.down('lg')]: { '& .email': { display: 'none' } },
}))

const columns = ['user', 'username', 'email', 'department', 'status', 'foundAs', 'act'] as const

type CandidatesProps = {
  row: BatchRow
  /** Whose choice is on its way. */
  sending: string | null
  onChoose: (userId: string) => void
}

/** The users who match one row, each with the way to say that this one is meant. */
export function Candidates({ row, sending, onChoose }: CandidatesProps) {
  const words = useWords(checkWords)
  return (
    <TableFrame>
      <People aria-label={words.candidates}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column}>
                {words.candidateColumns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.candidates.map((candidate) => (
            <Person
              key={candidate.userId}
              candidate={candidate}
              isChosen={candidate.userId === row.userId}
              isSending={sending === candidate.userId}
              onChoose={() => onChoose(candidate.userId)}
            />
          ))}
        </tbody>
      </People>
    </TableFrame>
  )
}

type PersonProps = {
  candidate: Candidate
  isChosen: boolean
  isSending: boolean
  onChoose: () => void
}

function Person({ candidate, isChosen, isSending, onChoose }: PersonProps) {
  const words = useWords(checkWords)
  const { language } = useLanguage()
  const kinds = useWords(kindWords)
  const { name, username, email, department, status, foundAs, userId } = candidate
  return (
    <tr aria-selected={isChosen}>
      <td className="user name">
        <Name user={candidate} />
      </td>
      <td className="username mono">
        <Visible text={username ?? '—'} />
      </td>
      <td className="email quiet">
        <Visible text={email ?? '—'} />
      </td>
      <td className="department quiet">
        <Visible text={department ?? '—'} />
      </td>
      <td className="status">
        <StatusChip status={status} />
      </td>
      <td className="foundAs quiet">
        {inARow(
          language,
          foundAs.map((kind) => kinds.label[kind]),
        )}
      </td>
      <td className="act">
        <Button
          size="small"
          aria-label={words.meantWho(name ?? username ?? userId)}
          aria-disabled={isSending}
          onClick={onChoose}
        >
          {isSending ? words.choosing : words.meant}
        </Button>
      </td>
    </tr>
  )
}
