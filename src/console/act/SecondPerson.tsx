import { styled } from '@mui/material/styles'
import { useMutation } from '@tanstack/react-query'
import Users from 'lucide-react/icons/users'
import { useNavigate } from 'react-router'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { broughtHere } from '#console/batch/useBroughtHere.ts'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { ListKind } from '#contract/batch.ts'
import { actDialogWords } from './dialog-words.ts'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  justifyItems: 'start',
  fontSize: 13,
  lineHeight: '20px',
  '& .what': { display: 'flex', gap: 8, alignItems: 'center', fontSize: 14, fontWeight: 600 },
  '& .what svg': { flex: 'none', color: theme.vars.palette.text.secondary },
  '& p': { color: theme.vars.palette.text.secondary },
}))

export type SecondPersonProps = {
  userId: string
  /** What a batch of one would do; undefined: no batch does it. */
  kind: ListKind | undefined
  reason: string
  endSessions: boolean | undefined
  /** On how many people one person may act alone, and in which time; null: it was not told. */
  allowance: Problem['allowance']
}

/** One person has acted on enough people of late: what is left is a batch that somebody else approves. */
export function SecondPerson(props: SecondPersonProps) {
  const { userId, kind, reason, endSessions, allowance } = props
  const words = useWords(actDialogWords)
  const narrow = useIsNarrow()
  const navigate = useNavigate()
  const underKey = useActKey()
  const planning = useMutation({
    mutationFn: async (of: ListKind) => {
      const body = { kind: of, userIds: [userId] }
      const { batchId } = await underKey(body, (key) => call('planBatch', { body }, { key }))
      const edit = { ...(reason && { reason }), ...(endSessions !== undefined && { endSessions }) }
      // The draft stands; what did not reach it is asked for there.
      await call('editBatch', { params: { batchId }, body: edit }).catch(() => null)
      return batchId
    },
    onSuccess: (batchId) => navigate(`/batches/${batchId}`, { state: broughtHere }),
  })
  // On a narrow screen nobody prepares a batch.
  const told = () => {
    if (kind === undefined) return words.later
    return narrow ? words.batchOnWider : words.batchInstead
  }
  return (
    <Body role="alert">
      <div className="what">
        <Users size={18} strokeWidth={1.75} aria-hidden />
        {words.enough}
      </div>
      {allowance !== null && <p>{words.allowance(allowance)}</p>}
      <p>{told()}</p>
      {kind !== undefined && !narrow && (
        <Button
          variant="contained"
          autoFocus
          disabled={planning.isPending}
          onClick={() => planning.mutate(kind)}
        >
          {planning.isPending ? words.planning : words.makeBatch}
        </Button>
      )}
      {planning.error !== null && <ProblemNote what={words.notPlanned} problem={planning.error} />}
    </Body>
  )
}
