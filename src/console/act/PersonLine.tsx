import { Fragment } from 'react'
import { Id } from '#console/text/Id.tsx'
import { Visible } from '#console/text/Visible.tsx'
import type { UserSummary } from '#contract/user.ts'

/** Under a question: other name, username, department, short id, as far as there are any. */
export function PersonLine({ user }: { user: UserSummary }) {
  const { otherName, username, department, userId } = user
  const parts = [
    { key: 'otherName', shown: otherName && <Visible text={otherName} /> },
    { key: 'username', shown: username && <Id value={username} /> },
    { key: 'department', shown: department && <Visible text={department} /> },
    { key: 'userId', shown: <Id value={userId} short /> },
  ].filter(({ shown }) => shown)
  return parts.map(({ key, shown }, index) => (
    <Fragment key={key}>
      {index > 0 && <span aria-hidden>·</span>}
      <span>{shown}</span>
    </Fragment>
  ))
}
