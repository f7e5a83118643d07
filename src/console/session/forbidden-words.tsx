import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'

const en = {
  forbidden: 'You may sign in but have no role here.',
  whomToAsk: (who: ReactNode): ReactNode => (
    <>
      Ask whoever runs Leaver Desk for one, then sign in again. Your sign-in as {who} was recorded.
    </>
  ),
}

const zh: typeof en = {
  forbidden: '您可以登录，但在此没有角色。',
  whomToAsk: (who) => (
    <>请向 Leaver Desk 的管理者申请角色，然后重新登录。您以 {who} 的登录已被记录。</>
  ),
}

/** What is said to somebody who has no role. */
export const forbiddenWords: InBoth<typeof en> = { en, zh }
