import type { OperatorRole } from './operators.ts'

export type Language = 'en' | 'zh'

type Words = {
  lang: string
  title: string
  pick: string
  sandbox: (people: string) => readonly [string, string]
  noRole: string
  theme: string
  expired: string
  back: string
  roles: Record<OperatorRole, string>
}

/** What the pages of the OpenID provider say. */
export const words: Record<Language, Words> = {
  en: {
    lang: 'en',
    title: 'Sign in',
    pick: 'Pick an operator of the sandbox. Three roles, so you can see what each may do.',
    sandbox: (people) => [
      `${people} invented people live in this process.`,
      'Nothing here reaches a real user pool.',
    ],
    noRole: 'Sign in without a role',
    theme: 'System theme',
    expired: 'This sign-in cannot go on. It may have expired.',
    back: 'Back to Leaver Desk',
    roles: { viewer: 'Viewer', operator: 'Operator', approver: 'Approver' },
  },
  zh: {
    lang: 'zh-CN',
    title: '登录',
    pick: '选择一位沙箱操作者。三种角色，可以看到各自的权限。',
    sandbox: (people) => [
      `此进程中有 ${people} 位虚构的人员。`,
      '这里的任何操作都不会影响真实用户池。',
    ],
    noRole: '以无角色身份登录',
    theme: '跟随系统主题',
    expired: '此次登录无法继续，可能已过期。',
    back: '返回 Leaver Desk',
    roles: { viewer: '查看者', operator: '操作员', approver: '审批人' },
  },
}

const isLanguage = (text: string): text is Language => Object.hasOwn(words, text)

/**
 * The language of a page: chosen on it, else asked for by the console, else the browser's. The first
 * of the browser's languages that is English or Chinese counts.
 */
export function languageOf(
  chosen: string | null,
  asked: string | undefined,
  accepted: string | undefined,
): Language {
  if (chosen !== null && isLanguage(chosen)) return chosen
  for (const tag of `${asked ?? ''},${accepted ?? ''}`.split(/[\s,]+/)) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}
