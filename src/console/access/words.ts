import type { InBoth } from '#console/words/language.tsx'
import type { AccessKind } from '#contract/user.ts'

type AccessWords = {
  access: string
  kind: Record<AccessKind, string>
  notRead: Record<AccessKind, string>
  none: string
  closed: string
  proceed: string
}

const en: AccessWords = {
  access: 'Access',
  kind: {
    departments: 'Departments',
    roles: 'Roles',
    groups: 'Groups',
    positions: 'Positions',
    authorizations: 'Authorized resources',
    apps: 'Signed-in apps',
  },
  notRead: {
    departments: 'Departments did not load',
    roles: 'Roles did not load',
    groups: 'Groups did not load',
    positions: 'Positions did not load',
    authorizations: 'Authorized resources did not load',
    apps: 'Signed-in apps did not load',
  },
  none: 'None.',
  closed: 'Resign and Delete stay closed until this has loaded.',
  proceed: 'Proceed without this preview',
}

const zh: AccessWords = {
  access: '访问权限',
  kind: {
    departments: '部门',
    roles: '角色',
    groups: '用户组',
    positions: '岗位',
    authorizations: '已授权资源',
    apps: '已登录应用',
  },
  notRead: {
    departments: '部门未能加载',
    roles: '角色未能加载',
    groups: '用户组未能加载',
    positions: '岗位未能加载',
    authorizations: '已授权资源未能加载',
    apps: '已登录应用未能加载',
  },
  none: '无。',
  closed: '加载完成之前，不能办理离职或彻底删除。',
  proceed: '不看此预览，仍然继续',
}

/** What is said about what a user has access to. */
export const accessWords: InBoth<AccessWords> = { en, zh }
