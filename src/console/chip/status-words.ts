import type { InBoth } from '#console/words/language.tsx'
import type { UserStatus } from '#contract/user-id-type.ts'

type StatusWords = { status: Record<UserStatus, string>; meaning: Record<UserStatus, string> }

const en: StatusWords = {
  status: {
    Activated: 'Activated',
    Suspended: 'Suspended',
    Deactivated: 'Deactivated',
    Resigned: 'Resigned',
    Archived: 'Archived',
  },
  meaning: {
    Activated: 'The account is in use.',
    Suspended: 'Sign-in is blocked; it can be reactivated.',
    Deactivated: 'The account is disabled.',
    Resigned: 'The person has left; access is gone for good.',
    Archived: 'The account is archived.',
  },
}

const zh: StatusWords = {
  status: {
    Activated: '正常',
    Suspended: '已停用',
    Deactivated: '已禁用',
    Resigned: '已离职',
    Archived: '已归档',
  },
  meaning: {
    Activated: '账号正常使用中。',
    Suspended: '已禁止登录，可以恢复。',
    Deactivated: '账号已禁用。',
    Resigned: '已办理离职，访问权限已永久移除。',
    Archived: '账号已归档。',
  },
}

/** GenAuth's five statuses of a user, and what each means. */
export const statusWords: InBoth<StatusWords> = { en, zh }
