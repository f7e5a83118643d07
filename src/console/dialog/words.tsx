import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

/** What somebody has to type: *the username*, *the user ID*, or other words. */
export type Typing = 'username' | 'userId' | 'words'

/** What is still missing before an act may be sent. */
type Missing = { reason: boolean; typing: Typing | null }

const typings = {
  en: { username: 'the username', userId: 'the user ID', words: 'the words' },
  zh: { username: '用户名', userId: '用户 ID', words: '指定文字' },
}

const en = {
  cancel: 'Cancel',
  reason: 'Reason',
  reasonOrTicket: 'Reason or ticket',
  required: '(required)',
  optional: '(optional)',
  matches: 'Matches',
  notSignedIn: 'Signing in did not succeed.',
  signsIn: 'For this you sign in once more. What you typed stays.',
  signsInFirst: 'For this you sign in once more.',
  signInAndContinue: 'Sign in and continue',
  cannotBeUndone: 'This cannot be undone.',
  endSessions: (count: number) =>
    plural(count, {
      one: 'End 1 active session',
      other: `End ${figure(count)} active sessions`,
    }),
  endUncounted: 'End all active sessions; how many there are could not be read',
  typeToContinue: (code: ReactNode): ReactNode => <>Type {code} to continue</>,
  typeToDelete: (code: ReactNode): ReactNode => <>Type {code} to delete</>,
  typeToUnlink: (code: ReactNode): ReactNode => <>Type {code} to unlink anyway</>,
  typeToStart: (code: ReactNode): ReactNode => <>Type {code} to start</>,
  waiting: ({ reason, typing }: Missing): string | null => {
    if (reason && typing !== null) return `Waiting for a reason and ${typings.en[typing]}`
    if (reason) return 'Waiting for a reason'
    return typing === null ? null : `Waiting for ${typings.en[typing]}`
  },
}

const zh: typeof en = {
  cancel: '取消',
  reason: '原因',
  reasonOrTicket: '原因或工单号',
  required: '（必填）',
  optional: '（选填）',
  matches: '一致',
  notSignedIn: '登录未成功。',
  signsIn: '此操作需要您再次登录。您输入的内容会保留。',
  signsInFirst: '此操作需要您再次登录。',
  signInAndContinue: '登录并继续',
  cannotBeUndone: '此操作无法撤销。',
  endSessions: (count) => `结束 ${figure(count)} 个活动会话`,
  endUncounted: '结束所有活动会话；会话数量未能读取',
  typeToContinue: (code) => <>输入 {code} 以继续</>,
  typeToDelete: (code) => <>输入 {code} 以彻底删除</>,
  typeToUnlink: (code) => <>输入 {code} 以仍然解除绑定</>,
  typeToStart: (code) => <>输入 {code} 以开始</>,
  waiting: ({ reason, typing }) => {
    if (reason && typing !== null) return `等待填写原因并输入${typings.zh[typing]}`
    if (reason) return '等待填写原因'
    return typing === null ? null : `等待输入${typings.zh[typing]}`
  },
}

/** What every dangerous question says. */
export const dialogWords: InBoth<typeof en> = { en, zh }
