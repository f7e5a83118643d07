import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

const en = {
  open: 'End sessions',
  closed: 'The signed-in apps are not loaded. Load them first.',
  title: (count: number | null, name: ReactNode): ReactNode =>
    count === null ? (
      <>End the sessions of {name}?</>
    ) : (
      plural(count, {
        one: <>End 1 session of {name}?</>,
        other: (
          <>
            End {figure(count)} sessions of {name}?
          </>
        ),
      })
    ),
  signedOutOf: (count: number) =>
    plural(count, {
      one: 'They are signed out of this app:',
      other: 'They are signed out of these apps:',
    }),
  mayReturn: 'Signing in again stays possible.',
  confirm: (count: number | null) =>
    plural(count ?? 0, {
      one: 'End 1 session',
      other: count ? `End ${figure(count)} sessions` : 'End sessions',
    }),
  sending: 'Ending sessions…',
  nothingLeft: 'No session is left to end.',
  unread: 'The signed-in apps could not be read.',
}

const zh: typeof en = {
  open: '结束会话',
  closed: '已登录应用尚未加载，请先加载。',
  title: (count, name) =>
    count === null ? (
      <>结束{name}的会话？</>
    ) : (
      <>
        结束{name}的 {figure(count)} 个会话？
      </>
    ),
  signedOutOf: () => '将从以下应用退出登录：',
  mayReturn: '该用户仍可重新登录。',
  confirm: (count) => (count ? `结束 ${figure(count)} 个会话` : '结束会话'),
  sending: '正在结束会话…',
  nothingLeft: '已没有可结束的会话。',
  unread: '已登录应用未能读取。',
}

/** What is said when somebody is signed out of the apps they use. */
export const activeSessionWords: InBoth<typeof en> = { en, zh }
