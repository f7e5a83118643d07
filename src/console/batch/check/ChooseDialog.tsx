import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import { StatusChip } from '#console/chip/StatusChip.tsx'
import { Above, DialogFoot, Head, Middle, Sheet } from '#console/dialog/frame.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { Announcer } from '#console/frame/announce.tsx'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Table, TableFrame } from '#console/table/Table.tsx'
import { kindWords } from '#console/text/kind-words.ts'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { row as inARow } from '#console/words/list.ts'
import type { BatchRow, Candidate } from '#contract/batch-row.ts'
import { checkWords } from './words.ts'

const Wide = styled(Sheet)({ '& .MuiDialog-paper': { width: 1040 } })

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

type ChooseDialogProps = { batchId: number; row: BatchRow; onClose: () => void }

/** Several users match one row: the reader says which of them is meant, or none for now. */
export function ChooseDialog({ batchId, row, onClose }: ChooseDialogProps) {
  const words = useWords(checkWords)
  const { cancel } = useWords(dialogWords)
  const titleId = useId()
  const choosing = useBatchAct(
    batchId,
    (userId: string, key) =>
      call('chooseUser', { params: { batchId, row: row.row }, body: { userId } }, { key }),
    { onDone: onClose },
  )
  const { isPending, variables, error } = choosing
  const close = () => {
    if (!isPending) onClose()
  }
  return (
    <Wide
      open
      aria-labelledby={titleId}
      transitionDuration={{ enter: 160, exit: 0 }}
      onClose={close}
    >
      <Head>
        <h2 id={titleId}>{words.chooseTitle}</h2>
        <p>
          <span>{words.rowNumber(row.row)}</span>
          <code>
            <Visible text={row.given} />
          </code>
          {row.givenName !== null && (
            <span>
              {words.listName} <Visible text={row.givenName} />
            </span>
          )}
        </p>
      </Head>
      <Middle>
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
                  isSending={isPending && variables === candidate.userId}
                  onChoose={() => {
                    if (!isPending) choosing.mutate(candidate.userId)
                  }}
                />
              ))}
            </tbody>
          </People>
        </TableFrame>
      </Middle>
      {error !== null && (
        <Above>
          <ProblemNote what={words.notChosen} problem={error} />
        </Above>
      )}
      <DialogFoot>
        <Button variant="text" color="inherit" autoFocus onClick={close} aria-disabled={isPending}>
          {cancel}
        </Button>
      </DialogFoot>
      <Announcer />
    </Wide>
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
