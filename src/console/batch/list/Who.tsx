import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { IntakePanel } from './IntakePanel.tsx'
import { ListLine } from './ListLine.tsx'
import { listName } from './list-name.ts'
import { listsQuery } from './queries.ts'
import { ReceivedList } from './ReceivedList.tsx'
import { NotReceived, NotSent } from './Refused.tsx'
import { Remove } from './Remove.tsx'
import type { Draft } from './useDraft.ts'
import type { Intake } from './useIntake.ts'
import { WhichWay } from './WhichWay.tsx'
import { listWords } from './words.ts'

const Block = styled('section')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  '& > header': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    minHeight: 32,
    '& h3': { fontSize: 13, lineHeight: '20px' },
    '& span': { color: theme.vars.palette.text.secondary },
    '& .acts': { display: 'flex', gap: 8, marginLeft: 'auto' },
  },
}))

type WhoProps = { draft: Draft; intake: Intake; dragging: boolean }

/** Who is on the list: every list of the draft, or the ways in while there is none. */
export function Who({ draft, intake, dragging }: WhoProps) {
  const words = useWords(listWords)
  const { batch, mayEdit } = draft
  const lists = batch?.lists ?? []
  const waits = lists.length === 0 || intake.way !== null
  const several = lists.length > 1
  const acts = (replace: string) => (
    <>
      <Button size="small" onClick={() => intake.setWay('replace')}>
        {replace}
      </Button>
      <Button size="small" onClick={() => intake.setWay('more')}>
        {words.pasteMore}
      </Button>
    </>
  )
  return (
    <Block aria-label={words.who}>
      <header>
        <h3>{words.who}</h3>
        {several && (
          <span>
            {words.whoOf(
              lists.length,
              lists.reduce((sum, { rows }) => sum + rows, 0),
            )}
          </span>
        )}
        {several && mayEdit && intake.way === null && (
          <span className="acts">{acts(words.replaceAll)}</span>
        )}
      </header>
      {intake.unfit !== null && <NotSent unfit={intake.unfit} />}
      {intake.problem !== null && <NotReceived problem={intake.problem} retry={intake.retry} />}
      {intake.asking !== null && <WhichWay file={intake.asking} intake={intake} />}
      {batch !== null && lists.length > 0 && (
        <Lists
          batch={batch}
          draft={draft}
          acts={several || !mayEdit ? null : acts(words.replace)}
        />
      )}
      {mayEdit && waits && <IntakePanel intake={intake} dragging={dragging} />}
    </Block>
  )
}

type ListsProps = { batch: Batch; draft: Draft; acts: React.ReactNode }

function Lists({ batch, draft, acts }: ListsProps) {
  const words = useWords(listWords)
  const { data, error, refetch } = useQuery(listsQuery(batch))
  return (
    <>
      {error !== null && (
        <ProblemNote what={words.notRead} problem={error} retry={() => void refetch()} />
      )}
      {batch.lists.map((summary) => {
        const name = listName(summary, batch, words)
        const list = data?.lists.find(({ listId }) => listId === summary.listId)
        const all = (
          <>
            {acts}
            {draft.mayEdit && <Remove draft={draft} listId={summary.listId} name={name} />}
          </>
        )
        return list === undefined || list.source === 'selection' || list.source === 'batch' ? (
          <ListLine key={summary.listId} batch={batch} list={summary} name={name} acts={all} />
        ) : (
          <ReceivedList key={summary.listId} draft={draft} list={list} name={name} acts={all} />
        )
      })}
    </>
  )
}
