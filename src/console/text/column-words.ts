import type { InBoth } from '#console/words/language.tsx'

const en = {
  name: 'Name',
  username: 'Username',
  email: 'E-mail',
  department: 'Department',
  status: 'Status',
  lastLogin: 'Last sign-in',
  createdAt: 'Created',
}

const zh: typeof en = {
  name: '姓名',
  username: '用户名',
  email: '邮箱',
  department: '部门',
  status: '状态',
  lastLogin: '最近登录',
  createdAt: '创建时间',
}

/** What is known about each person in a list. */
export const columnWords: InBoth<typeof en> = { en, zh }
