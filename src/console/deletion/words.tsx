import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'

const en = {
  open: 'Delete…',
  title: (name: ReactNode): ReactNode => <>Delete {name}?</>,
  erased: 'The account, profile, identities and history in GenAuth are erased.',
  stillActive: (name: ReactNode, lastLogin: string | null): ReactNode =>
    lastLogin === null ? (
      <>{name} is still active, and has never signed in.</>
    ) : (
      <>
        {name} is still active, last sign-in {lastLogin}.
      </>
    ),
  confirm: (name: ReactNode): ReactNode => <>Delete {name}</>,
  sending: 'Deleting…',
  resignInstead: 'Resign instead',
  previewMissing: 'Part of what goes could not be read, and you proceed without it.',
}

const zh: typeof en = {
  open: '彻底删除…',
  title: (name) => <>彻底删除{name}？</>,
  erased: 'GenAuth 中的账号、资料、身份和历史都将被清除。',
  stillActive: (name, lastLogin) =>
    lastLogin === null ? (
      <>{name}仍在使用，从未登录过。</>
    ) : (
      <>
        {name}仍在使用，最近登录：{lastLogin}。
      </>
    ),
  confirm: (name) => <>彻底删除{name}</>,
  sending: '正在彻底删除…',
  resignInstead: '改为办理离职',
  previewMissing: '有一部分将移除的内容未能读取，您选择在没有它的情况下继续。',
}

/** What is said when somebody is deleted. */
export const deletionWords: InBoth<typeof en> = { en, zh }
