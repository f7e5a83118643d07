import { styled } from '@mui/material/styles'
import { useLocation, useNavigate } from 'react-router'
import { Directory } from '#console/directory/Directory.tsx'
import { Paging } from '#console/directory/Paging.tsx'
import { type DirectoryView, searchOf, viewOf } from '#console/directory/queries.ts'
import { UserRow } from '#console/directory/UserRow.tsx'
import { UserTable } from '#console/directory/UserTable.tsx'
import { directoryWords } from '#console/directory/words.ts'
import { LookUpAside } from '#console/look-up/Aside.tsx'
import { Results } from '#console/look-up/Results.tsx'
import { addressOf, type useLookUp } from '#console/look-up/useLookUp.ts'
import { lookUpWords } from '#console/look-up/words.tsx'
import { SelectedUsers } from '#console/selection/SelectedUsers.tsx'
import { SelectionBar } from '#console/selection/SelectionBar.tsx'
import { useSelection } from '#console/selection/selection.tsx'
import { PageTick, UserTick } from '#console/selection/ticks.tsx'
import { useMay } from '#console/session/session.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { UserSummary } from '#contract/user.ts'

const Place = styled('div')({ padding: 24 })

type UsersBodyProps = {
  lookUp: ReturnType<typeof useLookUp>
  openId: string | undefined
  wide: boolean
  /** Whether those who are selected are shown instead. */
  showing: boolean
  onShow: (showing: boolean) => void
  onTryAnotherKind: () => void
}

/** Below the field: the directory, the answer to a lookup, or those who are selected. */
export function UsersBody(props: UsersBodyProps) {
  const { lookUp, openId, wide, showing, onShow, onTryAnotherKind } = props
  const navigate = useNavigate()
  const words = useWords(lookUpWords)
  const { viewer } = useWords(directoryWords)
  const { pathname, search, hash } = useLocation()
  const maySelect = useMay('operator')
  const { users: selected } = useSelection()
  const view = viewOf(new URLSearchParams(search))
  const { asked, answer, problem } = lookUp

  const onView = (next: DirectoryView, how = { replace: false }) =>
    void navigate({ pathname, search: searchOf(next), hash }, how)
  const personAt = (userId: string) => addressOf(userId, search, asked)
  const row = (user: UserSummary, shown: readonly UserSummary[], now: Date) => (
    <UserRow
      key={user.userId}
      user={user}
      to={personAt(user.userId)}
      open={user.userId === openId}
      selected={selected.has(user.userId)}
      now={now}
      {...(maySelect && { tick: <UserTick user={user} shown={shown} /> })}
    />
  )
  const bar = (shown: readonly UserSummary[]) =>
    maySelect ? (
      <SelectionBar shown={shown.map((user) => user.userId)} showing={showing} onShow={onShow} />
    ) : (
      <p className="viewer">{viewer}</p>
    )

  if (showing && selected.size > 0) {
    return (
      <SelectedUsers
        table={(label, shown, now) => (
          <UserTable label={label} tick={<PageTick shown={shown} />}>
            {shown.map((user) => row(user, shown, now))}
          </UserTable>
        )}
        foot={bar}
      />
    )
  }
  if (asked !== null && problem !== null) {
    return (
      <div className="rows">
        <Place>
          <ProblemNote what={words.notLookedUp} problem={problem} retry={lookUp.retry} />
        </Place>
      </div>
    )
  }
  return answer !== undefined && lookUp.showsResults ? (
    <>
      <div className="rows">
        <Results
          answer={answer}
          addressOf={personAt}
          onRetry={lookUp.retry}
          onSearchByName={() => lookUp.ask({ value: answer.value, as: 'name' })}
          onTryAnotherKind={onTryAnotherKind}
        />
        {!wide && <LookUpAside answer={answer} />}
      </div>
      {maySelect && bar([])}
    </>
  ) : (
    <Directory
      view={view}
      keywords={asked?.as === 'name' ? asked.value : null}
      onView={onView}
      row={row}
      {...(maySelect && { tick: (shown) => <PageTick shown={shown} /> })}
      foot={(shown, totalCount) => (
        <>
          {bar(shown)}
          <Paging
            page={view.page}
            totalCount={totalCount}
            onPage={(page) => onView({ ...view, page })}
          />
        </>
      )}
    />
  )
}
