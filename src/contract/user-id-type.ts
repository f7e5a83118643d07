/** The seven documented kinds of id by which GenAuth finds a user (`custom_field` has no documented value). */
export const userIdTypes = [
  'user_id',
  'email',
  'phone',
  'username',
  'external_id',
  'identity',
  'sync_relation',
] as const
export type UserIdType = (typeof userIdTypes)[number]

/** `Activated` normal · `Suspended` stopped, reversible · `Deactivated` disabled · `Resigned` · `Archived`. */
export const userStatuses = [
  'Activated',
  'Suspended',
  'Deactivated',
  'Resigned',
  'Archived',
] as const
export type UserStatus = (typeof userStatuses)[number]

/** Providers that a sync relation may have, as GenAuth spells them; the list is open upstream. */
export const syncProviders = [
  'wechatwork',
  'dingtalk',
  'lark',
  'lark-international',
  'welink',
  'ldap',
  'active-directory',
  'italent',
  'xiaoshouyi',
  'maycur',
  'scim',
  'moka',
  'fxiaoke',
  'kayang',
] as const

/** Whether somebody was resigned or suspended first, as deleting asks: everybody else is still active. */
export function hasLeft(status: string): boolean {
  return status === 'Resigned' || status === 'Suspended'
}
