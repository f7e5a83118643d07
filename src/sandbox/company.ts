import type { Some } from './chance.ts'
import { idOf } from './keys.ts'

export type Department = {
  code: string
  departmentId: string
  name: string
  chinese: string
  /** Code of the department above; null for the company itself. */
  above: string | null
}

export const organizationCode = 'hanlin'
export const companyName = 'Hanlin Group'
export const domain = 'hanlin.example'

const department = (
  code: string,
  name: string,
  chinese: string,
  above: string | null,
): Department => ({ code, departmentId: idOf(`department ${code}`), name, chinese, above })

export const departments: Some<Department> = [
  department('hanlin', companyName, '翰林集团', null),
  department('finance', 'Finance', '财务部', 'hanlin'),
  department('treasury', 'Treasury', '资金部', 'finance'),
  department('engineering', 'Engineering', '工程中心', 'hanlin'),
  department('platform', 'Platform', '平台工程部', 'engineering'),
  department('sre', 'Site Reliability', '稳定性工程部', 'platform'),
  department('data', 'Data', '数据部', 'engineering'),
  department('design', 'Design', '设计部', 'engineering'),
  department('operations', 'Operations', '运营中心', 'hanlin'),
  department('logistics', 'Logistics', '物流部', 'operations'),
  department('warehouse-1', 'Warehouse 1', '一号仓库', 'logistics'),
  department('warehouse-3', 'Warehouse 3', '三号仓库', 'logistics'),
  department('retail-east', 'Retail East', '华东零售', 'operations'),
  department('retail-north', 'Retail North', '华北零售', 'operations'),
  department('legal', 'Legal', '法务部', 'hanlin'),
  department('people', 'People', '人力资源部', 'hanlin'),
  department('it', 'IT', '信息技术部', 'hanlin'),
]

/** A permission space: roles and resources belong to one. */
export type Space = { code: string; name: string }

const spaceNames = {
  default: 'Default',
  billing: 'Billing',
  logistics: 'Logistics',
  analytics: 'Analytics',
  people: 'People',
  devops: 'DevOps',
}
export const spaces: readonly Space[] = Object.entries(spaceNames).map(([code, name]) => ({
  code,
  name,
}))

export type Role = { code: string; name: string; description: string; space: string }

export const roles: Some<Role> = [
  { code: 'employee', name: 'Employee', description: 'Everybody', space: 'default' },
  { code: 'on-call', name: 'on-call', description: 'Answers alarms', space: 'default' },
  { code: 'deployer', name: 'deployer', description: 'Releases software', space: 'default' },
  { code: 'billing-viewer', name: 'billing-viewer', description: 'Reads bills', space: 'default' },
  { code: 'report-author', name: 'report-author', description: 'Writes reports', space: 'default' },
  { code: 'vpn-full', name: 'vpn-full', description: 'All networks', space: 'default' },
  { code: 'approver-l1', name: 'approver-l1', description: 'Approves expenses', space: 'default' },
  {
    code: 'warehouse-lead',
    name: 'warehouse-lead',
    description: 'Leads a shift',
    space: 'default',
  },
  { code: 'store-manager', name: 'store-manager', description: 'Runs a store', space: 'default' },
  { code: 'bill-editor', name: 'bill-editor', description: 'Corrects bills', space: 'billing' },
  { code: 'planner', name: 'planner', description: 'Plans routes', space: 'logistics' },
  { code: 'cluster-admin', name: 'cluster-admin', description: 'Runs clusters', space: 'devops' },
]

export type Named = { code: string; name: string; description: string }

export const groups: Some<Named> = [
  { code: 'eng-all', name: 'eng-all', description: 'All of engineering' },
  { code: 'vpn-users', name: 'vpn-users', description: 'May use the VPN' },
  { code: 'beijing-office', name: 'beijing-office', description: 'Works in Beijing' },
  { code: 'shanghai-office', name: 'shanghai-office', description: 'Works in Shanghai' },
  { code: 'all-hands', name: 'all-hands', description: 'Gets the newsletter' },
  { code: 'first-aiders', name: 'first-aiders', description: 'Trained in first aid' },
  { code: 'night-shift', name: 'night-shift', description: 'Works at night' },
]

export const posts: Some<Named> = [
  { code: 'senior-engineer', name: 'Senior engineer', description: '高级工程师' },
  { code: 'engineer', name: 'Engineer', description: '工程师' },
  { code: 'accountant', name: 'Accountant', description: '会计' },
  { code: 'forklift-driver', name: 'Forklift driver', description: '叉车司机' },
  { code: 'store-clerk', name: 'Store clerk', description: '店员' },
  { code: 'designer', name: 'Designer', description: '设计师' },
  { code: 'counsel', name: 'Counsel', description: '法务' },
  { code: 'it-administrator', name: 'IT administrator', description: '信息系统管理员' },
]

export type App = { code: string; appId: string; appName: string; appLoginUrl: string }

const app = (code: string, appName: string): App => ({
  code,
  appId: idOf(`app ${code}`),
  appName,
  appLoginUrl: `https://${code}.${domain}/login`,
})

export const apps: Some<App> = [
  app('portal', 'Staff portal'),
  app('mail', 'Mail'),
  app('wiki', 'Wiki'),
  app('warehouse', 'Warehouse terminal'),
  app('ledger', 'Ledger'),
  app('console', 'Cloud console'),
]

export type Source = {
  code: string
  id: string
  name: string
  provider: string
  kind: 'enterprise' | 'social'
  /** Types of identity that one sign-in through this source creates. */
  types: Some<string>
}

const source = (
  code: string,
  name: string,
  provider: string,
  kind: Source['kind'],
  types: Some<string>,
): Source => ({ code, id: idOf(`source ${code}`), name, provider, kind, types })

export const sources: Some<Source> = [
  source('feishu', 'Feishu', 'lark', 'enterprise', ['openid', 'unionid']),
  source('wechat', 'WeChat', 'wechat', 'social', ['unionid']),
  source('wecom', 'WeCom', 'wechatwork', 'enterprise', ['openid']),
  source('dingtalk', 'DingTalk', 'dingtalk', 'enterprise', ['openid', 'unionid']),
  source('directory', 'Active Directory', 'ad', 'enterprise', ['primary']),
  source('entra', 'Hanlin Europe', 'azure-ad', 'enterprise', ['primary']),
  source('github', 'GitHub', 'github', 'social', ['generic']),
  source('academy', 'Hanlin Academy', 'oidc', 'enterprise', ['generic']),
]

/** Permissions: eight in each of six spaces. */
export type Resource = {
  code: string
  space: string
  type: 'DATA' | 'API' | 'MENU' | 'BUTTON'
  description: string
  actions: readonly string[]
}

const things = [
  { thing: 'orders', type: 'DATA', actions: ['read', 'write'] },
  { thing: 'invoices', type: 'DATA', actions: ['read'] },
  { thing: 'reports', type: 'DATA', actions: ['read', 'export'] },
  { thing: 'settings', type: 'MENU', actions: ['access'] },
  { thing: 'dashboard', type: 'MENU', actions: ['access'] },
  { thing: 'approve', type: 'BUTTON', actions: ['press'] },
  { thing: 'search', type: 'API', actions: ['call'] },
  { thing: 'audit', type: 'API', actions: ['call'] },
] as const

export const resources: readonly Resource[] = spaces.flatMap((space) =>
  things.map(({ thing, type, actions }) => ({
    code: `${space.code}-${thing}`,
    space: space.code,
    type,
    description: `${space.name}: ${thing}`,
    actions,
  })),
)
