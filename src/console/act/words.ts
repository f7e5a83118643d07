import { statusWords } from '#console/chip/status-words.ts'
import type { InBoth, Language } from '#console/words/language.tsx'
import { row } from '#console/words/list.ts'
import { figure, plural } from '#console/words/plural.ts'
import type { Seen } from '#contract/act.ts'

/** One act on one user, with the name of the source or provider where it is about one. */
export type Act =
  | { action: 'unlinkIdentity' | 'deleteSyncRelation'; about: string }
  | { action: 'suspendUser' | 'reactivateUser' | 'endSessions' | 'resignUser' | 'deleteUser' }

const counted = {
  en: {
    departments: { one: 'department', other: 'departments' },
    roles: { one: 'role', other: 'roles' },
    groups: { one: 'group', other: 'groups' },
    positions: { one: 'position', other: 'positions' },
    authorizations: { one: 'authorization', other: 'authorizations' },
    sessions: { one: 'session', other: 'sessions' },
  },
  zh: {
    departments: '个部门',
    roles: '个角色',
    groups: '个用户组',
    positions: '个岗位',
    authorizations: '项授权',
    sessions: '个会话',
  },
}
type Counted = keyof typeof counted.en
const kinds: readonly Counted[] = [
  'departments',
  'roles',
  'groups',
  'positions',
  'authorizations',
  'sessions',
]

function countIn(language: Language, kind: Counted, count: number): string {
  return language === 'en'
    ? `${figure(count)} ${plural(count, counted.en[kind])}`
    : `${figure(count)} ${counted.zh[kind]}`
}

function statusIn(language: Language, status: string | null): string {
  if (language === 'en') return `status ${status ?? '?'}`
  const known: Record<string, string> = statusWords.zh.status
  return `状态为${known[status ?? ''] ?? status ?? '？'}`
}

/** The status and every count that was read: *status Resigned, 0 roles, 0 sessions*. */
function standing(language: Language, seen: Seen): string {
  const counts = kinds.flatMap((kind) => {
    const count = seen[kind]
    return count === null ? [] : [countIn(language, kind, count)]
  })
  return row(language, [statusIn(language, seen.status), ...counts])
}

/** Something of a resignation shows, so that the status alone would not tell what is left. */
function isPartly({ status, sessions }: Seen): boolean {
  return status === 'Resigned' || sessions === 0
}

const en = {
  done: (act: Act, at: string): string => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `${act.about} unlinked. Checked at ${at}:`
      case 'deleteSyncRelation':
        return `${act.about} relation deleted. Checked at ${at}:`
      case 'suspendUser':
        return `Suspended. Checked at ${at}.`
      case 'reactivateUser':
        return `Reactivated. Checked at ${at}:`
      case 'endSessions':
        return `Sessions ended. Checked at ${at}:`
      case 'resignUser':
        return `Resigned. Checked at ${at}:`
      case 'deleteUser':
        return `Deleted. Checked at ${at}:`
      default:
        return act satisfies never
    }
  },
  saw: (act: Act, seen: Seen): string => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `${plural(seen.left ?? 0, { one: '1 identity is', other: `${figure(seen.left ?? 0)} identities are` })} left under it.`
      case 'deleteSyncRelation':
        return `${plural(seen.left ?? 0, { one: '1 relation is', other: `${figure(seen.left ?? 0)} relations are` })} left.`
      case 'deleteUser':
        return 'GenAuth no longer finds this user.'
      case 'endSessions':
        return `${countIn('en', 'sessions', seen.sessions ?? 0)}.`
      case 'suspendUser':
      case 'reactivateUser':
      case 'resignUser':
        return `${standing('en', seen)}.`
      default:
        return act satisfies never
    }
  },
  notConfirmed: 'Sent, but not confirmed.',
  stillShows: (act: Act, seen: Seen | null): string => {
    if (seen === null) return 'The account could not be read afterwards.'
    switch (act.action) {
      case 'unlinkIdentity':
      case 'deleteSyncRelation':
        return seen.left === null
          ? 'The list could not be read afterwards.'
          : plural(seen.left, {
              one: '1 entry is still there.',
              other: `${figure(seen.left)} entries are still there.`,
            })
      case 'endSessions':
        return seen.sessions === null
          ? 'The sessions could not be read afterwards.'
          : plural(seen.sessions, {
              one: '1 session is still there.',
              other: `${figure(seen.sessions)} sessions are still there.`,
            })
      case 'suspendUser':
      case 'reactivateUser':
      case 'resignUser':
      case 'deleteUser':
        if (seen.status === null) return 'The account could not be read afterwards.'
        return act.action === 'resignUser' && isPartly(seen)
          ? `The account shows ${standing('en', seen)}.`
          : `The account still shows ${seen.status}.`
      default:
        return act satisfies never
    }
  },
  alreadySo: (at: string) => `It was already so. Checked at ${at}:`,
  failed: (act: Act): string => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `${act.about} was not unlinked.`
      case 'deleteSyncRelation':
        return `The ${act.about} relation was not deleted.`
      case 'suspendUser':
        return 'Not suspended.'
      case 'reactivateUser':
        return 'Not reactivated.'
      case 'endSessions':
        return 'No session was ended.'
      case 'resignUser':
        return 'Not resigned.'
      case 'deleteUser':
        return 'Not deleted.'
      default:
        return act satisfies never
    }
  },
  refused: (at: string) => `GenAuth refused, and nothing changed. Checked at ${at}.`,
  gone: 'This user no longer exists.',
  goneAt: (at: string) => `GenAuth did not find them any more at ${at}.`,
  checkAgain: 'Check again',
  checking: 'Checking…',
  notChecked: 'The check did not succeed.',
}

const zh: typeof en = {
  done: (act, at) => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `已解除${act.about}的绑定。${at} 核实：`
      case 'deleteSyncRelation':
        return `已删除${act.about}同步关系。${at} 核实：`
      case 'suspendUser':
        return `已停用。${at} 核实。`
      case 'reactivateUser':
        return `已恢复。${at} 核实：`
      case 'endSessions':
        return `已结束会话。${at} 核实：`
      case 'resignUser':
        return `已办理离职。${at} 核实：`
      case 'deleteUser':
        return `已彻底删除。${at} 核实：`
      default:
        return act satisfies never
    }
  },
  saw: (act, seen) => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `该身份源下还有 ${figure(seen.left ?? 0)} 个身份。`
      case 'deleteSyncRelation':
        return `还有 ${figure(seen.left ?? 0)} 个同步关系。`
      case 'deleteUser':
        return 'GenAuth 已找不到该用户。'
      case 'endSessions':
        return `${countIn('zh', 'sessions', seen.sessions ?? 0)}。`
      case 'suspendUser':
      case 'reactivateUser':
      case 'resignUser':
        return `${standing('zh', seen)}。`
      default:
        return act satisfies never
    }
  },
  notConfirmed: '已发送，但未核实。',
  stillShows: (act, seen) => {
    if (seen === null) return '随后未能读取该账号。'
    switch (act.action) {
      case 'unlinkIdentity':
      case 'deleteSyncRelation':
        return seen.left === null ? '随后未能读取列表。' : `仍有 ${figure(seen.left)} 项。`
      case 'endSessions':
        return seen.sessions === null
          ? '随后未能读取会话。'
          : `仍有 ${countIn('zh', 'sessions', seen.sessions)}。`
      case 'suspendUser':
      case 'reactivateUser':
      case 'resignUser':
      case 'deleteUser':
        if (seen.status === null) return '随后未能读取该账号。'
        return act.action === 'resignUser' && isPartly(seen)
          ? `账号显示：${standing('zh', seen)}。`
          : `账号仍显示：${statusIn('zh', seen.status)}。`
      default:
        return act satisfies never
    }
  },
  alreadySo: (at) => `原本已是如此。${at} 核实：`,
  failed: (act) => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `未能解除${act.about}的绑定。`
      case 'deleteSyncRelation':
        return `未能删除${act.about}同步关系。`
      case 'suspendUser':
        return '未能停用。'
      case 'reactivateUser':
        return '未能恢复。'
      case 'endSessions':
        return '未能结束会话。'
      case 'resignUser':
        return '未能办理离职。'
      case 'deleteUser':
        return '未能彻底删除。'
      default:
        return act satisfies never
    }
  },
  refused: (at) => `GenAuth 拒绝了请求，没有任何改变。${at} 核实。`,
  gone: '该用户已不存在。',
  goneAt: (at) => `GenAuth 在 ${at} 已找不到该用户。`,
  checkAgain: '再次核实',
  checking: '正在核实…',
  notChecked: '核实未成功。',
}

/** What is said after an act. */
export const actWords: InBoth<typeof en> = { en, zh }
