import { Fragment } from 'react'
import { Id } from '#console/text/Id.tsx'
import { namesOf } from '#console/text/names.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage } from '#console/words/language.tsx'
import type { UserSummary } from '#contract/user.ts'

/** Under a question: the other name, username, department, short id, as far as there are any. */
export function PersonLine({ user }: { user: UserSummary }) {
  const { language } = useLanguage()
  const { username, department, userId } = user
  const { second } = namesOf(user, language)
  const parts = [
    { key: 'second', shown: second && <Visible text={second} /> },
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
