import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import { row } from '#console/words/list.ts'
import { figure, plural } from '#console/words/plural.ts'

/** What a resignation removes. */
export type Right = 'departments' | 'roles' | 'groups' | 'positions' | 'authorizations'

const nouns: Record<Right, { one: string; other: string }> = {
  departments: { one: 'department', other: 'departments' },
  roles: { one: 'role', other: 'roles' },
  groups: { one: 'group', other: 'groups' },
  positions: { one: 'position', other: 'positions' },
  authorizations: { one: 'authorization', other: 'authorizations' },
}

const chineseNouns: Record<Right, string> = {
  departments: '个部门',
  roles: '个角色',
  groups: '个用户组',
  positions: '个岗位',
  authorizations: '项授权',
}

const en = {
  open: 'Resign…',
  title: (name: ReactNode): ReactNode => <>Resign {name}?</>,
  removed: 'Removed for good',
  noun: (right: Right, count: number) => plural(count, nouns[right]),
  andMore: (shown: string[], more: number) =>
    more === 0 ? row('en', shown) : `${row('en', shown)}, and ${figure(more)} more`,
  inNamespaces: (count: number) =>
    plural(count, { one: 'in 1 namespace', other: `in ${figure(count)} namespaces` }),
  unread: 'could not be read',
  showAll: (count: number) => `Show all ${figure(count)}`,
  showMore: 'Show more',
  showFewer: 'Show fewer',
  kept: 'Kept:',
  keptWhat: 'profile and identities; the account is disabled.',
  mayComeBack: (providers: string) => `Still in ${providers} sync: may come back.`,
  syncUnread: 'The sync relations could not be read: may come back.',
  syncRelations: 'Sync relations',
  snapshot: 'A snapshot is saved first.',
  confirm: (name: ReactNode): ReactNode => <>Resign {name}</>,
  sending: 'Resigning…',
  suspendInstead: 'Suspend instead',
  nothingToResign: 'Resigned or archived already.',
  previewMissing: 'Part of what goes could not be read, and you proceed without it.',
}

const zh: typeof en = {
  open: '办理离职…',
  title: (name) => <>为{name}办理离职？</>,
  removed: '将永久移除',
  noun: (right) => chineseNouns[right],
  andMore: (shown, more) =>
    more === 0 ? row('zh', shown) : `${row('zh', shown)}，以及另外 ${figure(more)} 项`,
  inNamespaces: (count) => `分布在 ${figure(count)} 个命名空间`,
  unread: '未能读取',
  showAll: (count) => `显示全部 ${figure(count)} 项`,
  showMore: '显示更多',
  showFewer: '收起',
  kept: '保留：',
  keptWhat: '资料和身份；账号将被禁用。',
  mayComeBack: (providers) => `仍在${providers}同步中，可能再次出现。`,
  syncUnread: '同步关系未能读取，该用户可能再次出现。',
  syncRelations: '同步关系',
  snapshot: '会先保存一份快照。',
  confirm: (name) => <>为{name}办理离职</>,
  sending: '正在办理离职…',
  suspendInstead: '改为停用',
  nothingToResign: '已离职或已归档。',
  previewMissing: '有一部分将移除的内容未能读取，您选择在没有它的情况下继续。',
}

/** What is said when somebody is resigned. */
export const resignationWords: InBoth<typeof en> = { en, zh }
