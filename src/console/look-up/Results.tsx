import { styled } from '@mui/material/styles'
import SearchX from 'lucide-react/icons/search-x'
import type { ReactNode } from 'react'
import { problemWords } from '#console/call/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { Key } from '#console/frame/Key.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { Empty } from '#console/state/Empty.tsx'
import { moveWithArrows } from '#console/table/move.ts'
import { kindIcons } from '#console/text/kind-icons.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { clockWords } from '#console/words/when.ts'
import type { LookUpReply } from '#contract/look-up.ts'
import type { UserSummary } from '#contract/user.ts'
import type { UserIdType } from '#contract/user-id-type.ts'
import { HitCard } from './HitCard.tsx'
import { lookUpWords } from './words.tsx'

const Body = styled('section')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  padding: '8px 24px 24px',
  '& .title': { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 8 },
  '& .keys, & .next': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    color: theme.vars.palette.text.secondary,
  },
  [theme.breakpoints.down('md')]: { padding: '8px 16px 16px', '& .keys': { display: 'none' } },
}))

/** *Found as external ID `10023`*, with the sign of the kind. */
function FoundAs({ kinds, value }: { kinds: readonly UserIdType[]; value: string }) {
  const words = useWords(lookUpWords)
  const Icon = kindIcons[kinds[0] ?? 'username']
  return (
    <span className="found">
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span>{words.foundAs(kinds)}</span>
      <code>
        <Visible text={value} />
      </code>
    </span>
  )
}

type Hit = { user: UserSummary; found: ReactNode; foundAs: readonly UserIdType[] }

type ResultsProps = {
  answer: LookUpReply
  /** The address of a person, the lookup kept in it. */
  addressOf: (userId: string) => string
  onRetry: () => void
  onSearchByName: () => void
  onTryAnotherKind: () => void
}

/** What a lookup found: several people to compare, one, or nobody, and which kinds did not answer. */
export function Results(props: ResultsProps) {
  const { answer, addressOf, onRetry } = props
  const words = useWords(lookUpWords)
  const { tryAgain } = useWords(problemWords)
  const { byName, tried } = answer
  const now = new Date(answer.answeredAt)
  const value = <Visible text={answer.value} />
  const lost = tried.filter(({ outcome }) => outcome === 'no_answer').map(({ kind }) => kind)
  const kinds = tried.map(({ kind }) => kind)
  const named = byName?.state === 'read' ? byName.users : []
  const hits: Hit[] =
    answer.hits.length > 0
      ? answer.hits.map((hit) => ({
          ...hit,
          found: <FoundAs kinds={hit.foundAs} value={answer.value} />,
        }))
      : named.map((user) => ({ user, found: words.foundByName, foundAs: [] }))
  const next = (
    <>
      <Button onClick={props.onSearchByName}>{words.searchByName}</Button>
      <Button onClick={props.onTryAnotherKind}>{words.tryAnotherKind}</Button>
    </>
  )
  const partial = lost.length > 0 && (
    <Banner>
      {words.partial(tried.length, lost)}{' '}
      <Button size="small" variant="text" onClick={onRetry}>
        {tryAgain}
      </Button>
    </Banner>
  )

  if (hits.length === 0) {
    const answered = clockWords(answer.answeredAt)
    return (
      <Body>
        {partial}
        <Empty
          icon={SearchX}
          what={lost.length > 0 ? words.none(value) : words.noneAs(value, kinds)}
          why={
            <>
              {lost.length === 0 && words.answeredAt(kinds.length, answered)}{' '}
              {byName?.state === 'read' && words.nobodyByName}
              {byName?.state === 'unread' && words.nameUnread}
            </>
          }
        >
          {next}
        </Empty>
      </Body>
    )
  }

  const count = answer.hits.length || (byName?.state === 'read' ? byName.totalCount : 0)
  return (
    <Body onKeyDown={moveWithArrows}>
      <div className="title">
        <h2>
          {answer.hits.length > 0 ? words.matches(count, value) : words.matchesByName(count, value)}
        </h2>
        {hits.length > 1 && (
          <span className="keys" aria-hidden>
            <Key>↑</Key>
            <Key>↓</Key>
            {words.move}
            <Key>Enter</Key>
            {words.open}
          </span>
        )}
      </div>
      {partial}
      {hits.map(({ user, found, foundAs }) => (
        <HitCard
          key={user.userId}
          user={user}
          found={found}
          to={addressOf(user.userId)}
          state={{ foundAs }}
          now={now}
        />
      ))}
      <div className="next">
        {count > hits.length ? (
          <Button onClick={props.onSearchByName}>{words.showAll(count)}</Button>
        ) : (
          <>
            {words.notHere}
            {next}
          </>
        )}
      </div>
    </Body>
  )
}
