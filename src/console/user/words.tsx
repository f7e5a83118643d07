import type { ReactNode } from 'react'
import { kindWords } from '#console/text/kind-words.ts'
import type { InBoth } from '#console/words/language.tsx'
import { allOf, row } from '#console/words/list.ts'
import type { UserPart } from '#contract/user.ts'
import type { UserIdType } from '#contract/user-id-type.ts'

type Kinds = readonly UserIdType[]
type Parts = readonly UserPart[]

/** The parts of a user, inside a sentence. */
const partWords: InBoth<Record<UserPart, string>> = {
  en: {
    identities: 'identities',
    relations: 'sync relations',
    departments: 'departments',
    roles: 'roles',
    groups: 'groups',
    positions: 'positions',
    authorizations: 'authorized resources',
    apps: 'signed-in apps',
  },
  zh: {
    identities: '身份',
    relations: '同步关系',
    departments: '部门',
    roles: '角色',
    groups: '用户组',
    positions: '岗位',
    authorizations: '已授权资源',
    apps: '已登录应用',
  },
}

const en = {
  foundAs: (kinds: Kinds) =>
    `Found as ${allOf(
      'en',
      kinds.map((kind) => kindWords.en.inText[kind]),
    )}`,
  none: 'none',
  asOf: (at: string) => `As of ${at}`,
  stale: (at: string) => `As of ${at}, over a minute ago`,
  refresh: 'Refresh',
  close: 'Close',
  back: 'Users',
  alone: 'Show alone',
  beside: 'Show beside the list',
  more: 'More actions',
  sections: 'Parts of this user',
  notLoaded: 'This user did not load.',
  notRefreshed: 'The user could not be read again. What is shown may be old.',
  loading: 'Loading the user.',
  protected: 'This user is protected: nobody may act on them from here.',
  yourself: 'This is your own account: you cannot act on yourself.',
  viewer: 'Your role is Viewer. Acting on users needs the role Operator.',
  closed: 'Part of Access is not loaded. Load it, or tick Proceed without this preview.',
  resigned: 'Resigned.',
  resignedBy: (at: string, who: ReactNode): ReactNode => (
    <>
      Resigned {at} by {who}.
    </>
  ),
  resignedElsewhere: (at: string | null) =>
    at === null ? 'Resigned, not from here.' : `Resigned ${at}, not from here.`,
  because: (reason: ReactNode): ReactNode => <> Reason: {reason}</>,
  gone: 'This user no longer exists.',
  goneWhy: 'GenAuth does not find them any more. This is what was kept here.',
  unknown: 'No user has this id.',
  unknownWhy: 'GenAuth does not find it, and nothing was ever kept here under it.',
  lastSnapshot: (at: string) => `Last snapshot, ${at}`,
  noSnapshot: 'No snapshot was ever taken of this user.',
  lacks: (parts: Parts) =>
    `It lacks what could not be read then: ${row(
      'en',
      parts.map((part) => partWords.en[part]),
    )}.`,
  recordNotRead: 'What was kept here did not load.',
}

const zh: typeof en = {
  foundAs: (kinds) =>
    `通过${row(
      'zh',
      kinds.map((kind) => kindWords.zh.inText[kind]),
    )}找到`,
  none: '无',
  asOf: (at) => `数据时间 ${at}`,
  stale: (at) => `数据时间 ${at}，已超过一分钟`,
  refresh: '刷新',
  close: '关闭',
  back: '用户',
  alone: '单独显示',
  beside: '在列表旁显示',
  more: '更多操作',
  sections: '该用户的各部分',
  notLoaded: '该用户未能加载。',
  notRefreshed: '未能重新读取该用户，所显示的内容可能已过时。',
  loading: '正在加载该用户。',
  protected: '该用户受保护，任何人都不能在此对其操作。',
  yourself: '这是您自己的账号，不能对自己操作。',
  viewer: '您的角色是查看者。对用户进行操作需要操作员角色。',
  closed: '访问权限尚未全部加载。请先加载，或勾选“不看此预览，仍然继续”。',
  resigned: '已离职。',
  resignedBy: (at, who) => (
    <>
      {who}于 {at} 为其办理了离职。
    </>
  ),
  resignedElsewhere: (at) =>
    at === null ? '已离职，并非在此办理。' : `${at} 离职，并非在此办理。`,
  because: (reason) => <>原因：{reason}</>,
  gone: '该用户已不存在。',
  goneWhy: 'GenAuth 已找不到该用户。以下是此处保留的内容。',
  unknown: '没有用户使用此 ID。',
  unknownWhy: 'GenAuth 找不到它，此处也从未保留过任何内容。',
  lastSnapshot: (at) => `最近一次快照，${at}`,
  noSnapshot: '此处从未为该用户保存快照。',
  lacks: (parts) =>
    `其中缺少当时未能读取的部分：${row(
      'zh',
      parts.map((part) => partWords.zh[part]),
    )}。`,
  recordNotRead: '此处保留的内容未能加载。',
}

/** What is said around one user. */
export const userWords: InBoth<typeof en> = { en, zh }
