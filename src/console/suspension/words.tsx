import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'

const en = {
  suspend: 'Suspend',
  suspendTitle: (name: ReactNode): ReactNode => <>Suspend {name}?</>,
  suspendAbout:
    'Sign-in is blocked. Departments, roles and groups stay. You can reactivate at any time.',
  suspendConfirm: (name: ReactNode): ReactNode => <>Suspend {name}</>,
  suspending: 'Suspending…',
  nothingToSuspend: 'This status cannot be suspended.',
  suspendedBy: (at: string, who: ReactNode): ReactNode =>
    who === null ? (
      `Suspended ${at}.`
    ) : (
      <>
        Suspended {at} by {who}.
      </>
    ),
  suspendedElsewhere: (at: string | null) =>
    at === null ? 'Suspended, not from here.' : `Suspended ${at}, not from here.`,
  because: (reason: ReactNode): ReactNode => <> Reason: {reason}</>,
  reactivate: 'Reactivate',
  reactivateTitle: (name: ReactNode): ReactNode => <>Reactivate {name}?</>,
  reactivateAbout:
    'The account gets back the status that it had; where that is not known here, it becomes Activated. Departments, roles and groups stay as they are.',
  reactivateConfirm: (name: ReactNode): ReactNode => <>Reactivate {name}</>,
  reactivating: 'Reactivating…',
  nothingToReactivate: 'Not suspended any more.',
}

const zh: typeof en = {
  suspend: '停用',
  suspendTitle: (name) => <>停用{name}？</>,
  suspendAbout: '将禁止登录。部门、角色和用户组保留。您可以随时恢复。',
  suspendConfirm: (name) => <>停用{name}</>,
  suspending: '正在停用…',
  nothingToSuspend: '该状态下无法停用。',
  suspendedBy: (at, who) =>
    who === null ? (
      `${at} 停用。`
    ) : (
      <>
        {who}于 {at} 停用了该用户。
      </>
    ),
  suspendedElsewhere: (at) =>
    at === null ? '已停用，并非在此操作。' : `${at} 停用，并非在此操作。`,
  because: (reason) => <>原因：{reason}</>,
  reactivate: '恢复',
  reactivateTitle: (name) => <>恢复{name}？</>,
  reactivateAbout:
    '账号将恢复为停用之前的状态；如果此处不知道，则恢复为“正常”。部门、角色和用户组保持不变。',
  reactivateConfirm: (name) => <>恢复{name}</>,
  reactivating: '正在恢复…',
  nothingToReactivate: '该用户已不是停用状态。',
}

/** What is said when somebody is suspended, and when they are given back. */
export const suspensionWords: InBoth<typeof en> = { en, zh }
