import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import Users from 'lucide-react/icons/users'
import { type ReactNode, useEffect } from 'react'
import { Empty } from '#console/state/Empty.tsx'
import { NotRefreshed } from '#console/state/NotRefreshed.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { ThinBar } from '#console/state/ThinBar.tsx'
import { useWords } from '#console/words/language.tsx'
import { pageSize } from '#contract/limits.ts'
import type { UserSummary } from '#contract/user.ts'
import { Filters } from './Filters.tsx'
import { type DirectoryView, directoryQuery } from './queries.ts'
import { SkeletonRows } from './UserRow.tsx'
import { UserTable } from './UserTable.tsx'
import { directoryWords } from './words.ts'

const Head = styled('header')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '8px 24px',
  '& h2': { fontSize: 14, lineHeight: '20px', letterSpacing: 0, fontWeight: 600 },
  '& .count': { color: theme.vars.palette.text.secondary, marginRight: 'auto' },
  [theme.breakpoints.down('md')]: {
    padding: '4px 16px',
    '& label > span, & label + label': { display: 'none' },
  },
}))

const Place = styled('div')({ padding: 24 })

type DirectoryProps = {
  view: DirectoryView
  /** What the keyword search looks for; null: everybody. */
  keywords: string | null
  /** `replace`: Back shall not lead to the view before. */
  onView: (view: DirectoryView, how?: { replace: boolean }) => void
  tick?: (shown: readonly UserSummary[]) => ReactNode
  row: (user: UserSummary, shown: readonly UserSummary[], now: Date) => ReactNode
  /** Below the rows, told what is on the page. */
  foot: (shown: readonly UserSummary[], totalCount: number | null) => ReactNode
}

/** Everybody in the pool, 50 at a time. */
export function Directory({ view, keywords, onView, tick, row, foot }: DirectoryProps) {
  const words = useWords(directoryWords)
  const { data, error, isFetching, isPlaceholderData, refetch, dataUpdatedAt } = useQuery(
    directoryQuery(view, keywords),
  )
  const label = keywords === null ? words.directory : words.byName
  const users = data?.users ?? []
  const pages = Math.max(Math.ceil((data?.totalCount ?? 0) / pageSize), 1)
  const beyond = data !== undefined && !isPlaceholderData && view.page > pages
  useEffect(() => {
    if (beyond) onView({ ...view, page: pages }, { replace: true })
  }, [beyond, onView, view, pages])

  return (
    <>
      <Head>
        <h2>{label}</h2>
        <span className="count">{data !== undefined && words.users(data.totalCount)}</span>
        <Filters view={view} onView={onView} />
      </Head>
      <ThinBar busy={isFetching} />
      {error !== null && data !== undefined && (
        <NotRefreshed what={words.notRefreshed} problem={error} retry={() => void refetch()} />
      )}
      <div className="rows" aria-busy={isFetching}>
        {error !== null && data === undefined ? (
          <Place>
            <ProblemNote what={words.notLoaded} problem={error} retry={() => void refetch()} />
          </Place>
        ) : data !== undefined && users.length === 0 ? (
          <Place>
            <Empty icon={Users} what={words.empty} why={words.emptyWhy} />
          </Place>
        ) : (
          <UserTable
            label={label}
            tick={tick?.(users)}
            sorting={{
              sort: view.sort,
              descending: view.descending,
              onSort: (sort, descending) => onView({ ...view, sort, descending, page: 1 }),
            }}
          >
            {data === undefined ? (
              <SkeletonRows ticks={tick !== undefined} />
            ) : (
              users.map((user) => row(user, users, new Date(dataUpdatedAt)))
            )}
          </UserTable>
        )}
      </div>
      {foot(users, data?.totalCount ?? null)}
    </>
  )
}
