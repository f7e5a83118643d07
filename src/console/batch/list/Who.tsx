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
import { Sending } from './Sending.tsx'
import type { Draft } from './useDraft.ts'
import type { Intake } from './useIntake.ts'
import { WhichWay } from './WhichWay.tsx'
import { listWords } from './words.ts'

const Block = styled('section')(({ theme }) => ({
  position: 'relative',
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

/** Over the list while a file hangs over the page. */
const Over = styled('p')(({ theme }) => ({
  position: 'absolute',
  inset: '40px 0 0',
  zIndex: 2,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  padding: 16,
  border: `2px solid ${theme.vars.palette.primary.main}`,
  borderRadius: 8,
  fontWeight: 500,
  color: theme.vars.palette.primary.main,
  background: theme.vars.palette.primary.light,
}))

type WhoProps = { draft: Draft; intake: Intake; dragging: boolean }

/** Who is on the list: every list of the draft, or the ways in while there is none. */
export function Who({ draft, intake, dragging }: WhoProps) {
  const words = useWords(listWords)
  const { batch, mayEditLists } = draft
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
        {intake.onItsWay !== null && <Sending list={intake.onItsWay} onStop={intake.cancel} />}
        {several && mayEditLists && intake.way === null && (
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
          acts={several || !mayEditLists ? null : acts(words.replace)}
        />
      )}
      {dragging && !waits && <Over>{words.dropBeside}</Over>}
      {mayEditLists && waits && <IntakePanel intake={intake} dragging={dragging} />}
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
            {draft.mayEditLists && <Remove draft={draft} listId={summary.listId} name={name} />}
          </>
        )
        const isKnown = summary.source === 'selection' || summary.source === 'batch'
        return isKnown || list === undefined ? (
          <ListLine key={summary.listId} batch={batch} list={summary} name={name} acts={all} />
        ) : (
          <ReceivedList key={summary.listId} draft={draft} list={list} name={name} acts={all} />
        )
      })}
    </>
  )
}
