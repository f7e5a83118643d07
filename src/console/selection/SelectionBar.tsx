import { styled } from '@mui/material/styles'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import { Button } from '#console/frame/Button.tsx'
import { useStill } from '#console/session/session.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { readOnlyWords } from '#console/text/read-only-words.ts'
import { useWords } from '#console/words/language.tsx'
import type { ListKind } from '#contract/batch.ts'
import { useSelection } from './selection.tsx'
import { selectionWords } from './words.ts'

const Bar = styled('section')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  minHeight: 56,
  padding: '8px 24px',
  background: theme.vars.palette.action.selected,
  borderTop: `1px solid ${theme.vars.palette.primary.main}`,
  '& strong': { fontWeight: 600, marginRight: 8 },
  '& .acts': { marginLeft: 'auto', display: 'flex', gap: 8 },
  [theme.breakpoints.down('md')]: { display: 'none' },
}))

const kinds: readonly ListKind[] = ['suspend', 'resign', 'delete']

type SelectionBarProps = {
  /** User ids of the rows in sight. */
  shown: readonly string[]
  showing: boolean
  onShow: (showing: boolean) => void
}

/** How many are selected, and what can be done with exactly those. */
export function SelectionBar({ shown, showing, onShow }: SelectionBarProps) {
  const words = useWords(selectionWords)
  const stopped = useWords(readOnlyWords)
  const still = useStill()
  const { users, clear } = useSelection()
  const navigate = useNavigate()
  const underKey = useActKey()
  const planning = useMutation({
    mutationFn: (kind: ListKind) => {
      const body = { kind, userIds: [...users.keys()] }
      return underKey(body, (key) => call('planBatch', { body }, { key }))
    },
    onSuccess: (batch) => {
      clear()
      onShow(false)
      return navigate(`/batches/${batch.batchId}`)
    },
  })
  if (users.size === 0) return null
  const here = shown.filter((userId) => users.has(userId)).length
  return (
    <Bar aria-label={words.bar}>
      <strong aria-live="polite">{words.selected(users.size, users.size - here)}</strong>
      <Button variant="text" onClick={() => onShow(!showing)}>
        {showing ? words.hide : words.show}
      </Button>
      <Button
        variant="text"
        color="inherit"
        onClick={() => {
          clear()
          onShow(false)
        }}
      >
        {words.clear}
      </Button>
      <span className="acts">
        {still !== null
          ? stopped[still]
          : kinds.map((kind) => (
              <Button
                key={kind}
                disabled={planning.isPending}
                onClick={() => planning.mutate(kind)}
              >
                {planning.isPending && planning.variables === kind
                  ? words.planning
                  : words.plan[kind]}
              </Button>
            ))}
      </span>
      {planning.error !== null && <ProblemNote what={words.notPlanned} problem={planning.error} />}
    </Bar>
  )
}
