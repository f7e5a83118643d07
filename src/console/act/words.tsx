import type { ReactNode } from 'react'
import { statusWords } from '#console/chip/status-words.ts'
import type { InBoth, Language } from '#console/words/language.tsx'
import { row } from '#console/words/list.ts'
import { figure, plural } from '#console/words/plural.ts'
import type { Seen } from '#contract/act.ts'
import type { Part } from './difference.ts'

/** One of the four acts, with the name of the source or provider where it is about one. */
export type Act =
  | { action: 'unlinkIdentity' | 'deleteSyncRelation'; about: string }
  | { action: 'resignUser' | 'deleteUser' }

function statusIn(language: Language, status: string): string {
  const known: Record<string, string> = statusWords[language].status
  return known[status] ?? status
}

function rightsLeft(seen: Seen, write: (right: keyof typeof rights.en, count: number) => string) {
  const kinds = ['departments', 'roles', 'groups', 'positions', 'authorizations'] as const
  return kinds.flatMap((kind) => {
    const count = seen[kind]
    return count === null ? [] : [write(kind, count)]
  })
}

const rights = {
  en: {
    departments: { one: 'department', other: 'departments' },
    roles: { one: 'role', other: 'roles' },
    groups: { one: 'group', other: 'groups' },
    positions: { one: 'position', other: 'positions' },
    authorizations: { one: 'authorization', other: 'authorizations' },
  },
  zh: {
    departments: '个部门',
    roles: '个角色',
    groups: '个用户组',
    positions: '个岗位',
    authorizations: '项授权',
  },
}

const en = {
  done: (act: Act, at: string): string => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `${act.about} unlinked. Checked at ${at}:`
      case 'deleteSyncRelation':
        return `${act.about} relation deleted. Checked at ${at}:`
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
      case 'resignUser':
        return `${row('en', [
          `status ${seen.status ?? '?'}`,
          ...rightsLeft(
            seen,
            (kind, count) => `${figure(count)} ${plural(count, rights.en[kind])}`,
          ),
        ])}.`
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
      case 'resignUser':
      case 'deleteUser':
        return seen.status === null
          ? 'The account could not be read afterwards.'
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
  changed: (name: ReactNode): ReactNode => (
    <>{name} has changed since you opened this. Nothing was sent.</>
  ),
  changedNext: 'Look at the difference, then confirm again.',
  changedUnseen: 'The difference is in something that this page does not show.',
  part: {
    status: 'Status',
    name: 'Name',
    otherName: 'Other name',
    username: 'Username',
    email: 'E-mail',
    phone: 'Phone',
    externalId: 'External ID',
    waysIn: 'Can sign in with',
    identities: 'Identities',
    syncRelations: 'Sync relations',
    departments: 'Departments',
    roles: 'Roles',
    groups: 'Groups',
    positions: 'Positions',
    authorizations: 'Authorizations',
  } satisfies Record<Part, string>,
  partHead: 'Part',
  before: 'When you looked',
  now: 'Now',
  nothing: 'nothing',
  unread: 'could not be read',
}

const zh: typeof en = {
  done: (act, at) => {
    switch (act.action) {
      case 'unlinkIdentity':
        return `已解除${act.about}的绑定。${at} 核实：`
      case 'deleteSyncRelation':
        return `已删除${act.about}同步关系。${at} 核实：`
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
      case 'resignUser':
        return `${row('zh', [
          `状态为${statusIn('zh', seen.status ?? '？')}`,
          ...rightsLeft(seen, (kind, count) => `${figure(count)} ${rights.zh[kind]}`),
        ])}。`
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
      case 'resignUser':
      case 'deleteUser':
        return seen.status === null
          ? '随后未能读取该账号。'
          : `账号仍显示为${statusIn('zh', seen.status)}。`
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
  changed: (name) => <>{name}在您打开此对话框之后已有变化，未发送任何操作。</>,
  changedNext: '请查看差异，然后重新确认。',
  changedUnseen: '差异在于本页未显示的内容。',
  part: {
    status: '状态',
    name: '姓名',
    otherName: '其他姓名',
    username: '用户名',
    email: '邮箱',
    phone: '手机号',
    externalId: '外部 ID',
    waysIn: '可用的登录方式',
    identities: '身份',
    syncRelations: '同步关系',
    departments: '部门',
    roles: '角色',
    groups: '用户组',
    positions: '岗位',
    authorizations: '授权',
  },
  partHead: '项目',
  before: '查看时',
  now: '现在',
  nothing: '无',
  unread: '未能读取',
}

/** What is said after an act, and when somebody else was faster. */
export const actWords: InBoth<typeof en> = { en, zh }
