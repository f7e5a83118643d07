import type { InBoth } from '#console/words/language.tsx'
import type { Role } from '#contract/role.ts'

const roleNames = {
  en: { viewer: 'Viewer', operator: 'Operator', approver: 'Approver' },
  zh: { viewer: '查看者', operator: '操作员', approver: '审批人' },
} satisfies InBoth<Record<Role, string>>

const en = {
  role: roleNames.en,
  signIn: 'Sign in',
  signInHere: 'Sign in with the account of your organisation.',
  signInSandbox:
    'Pick an operator of the sandbox on the next page. Three roles, so you can see what each may do.',
  invented: 'Invented people live in this process. Nothing here reaches a real user pool.',
  signOut: 'Sign out',
  notSignedOut: 'Signing out did not succeed. Try again.',
  notLoaded: 'Leaver Desk did not load.',
}

const zh: typeof en = {
  role: roleNames.zh,
  signIn: '登录',
  signInHere: '使用您所在组织的账号登录。',
  signInSandbox: '在下一页选择一位沙盒操作人员。共有三种角色，可以看看各自能做什么。',
  invented: '此进程中的人员均为虚构，任何操作都不会触及真实的用户池。',
  signOut: '退出登录',
  notSignedOut: '退出登录未成功，请重试。',
  notLoaded: 'Leaver Desk 未能加载。',
}

/** What is said about signing in, roles and the person at the desk. */
export const sessionWords: InBoth<typeof en> = { en, zh }
