import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import type { Part } from './difference.ts'

const en = {
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

/** What is said when somebody else was faster. */
export const differenceWords: InBoth<typeof en> = { en, zh }
