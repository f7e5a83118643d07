import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import { allOf, row } from '#console/words/list.ts'
import { figure, plural } from '#console/words/plural.ts'
import type { WayIn } from '#contract/user.ts'

/** A known way in, with a source's name as it is shown. */
export type Way = { kind: WayIn['kind']; hint: string | null }

function english(ways: readonly Way[]): string[] {
  return ways.map(({ kind, hint }) => {
    switch (kind) {
      case 'password':
        return 'password'
      case 'sms':
        return hint === null ? 'SMS' : `SMS to ···${hint}`
      case 'email':
        return 'e-mail'
      case 'source':
        return hint ?? 'an identity source'
      default:
        return kind satisfies never
    }
  })
}

function chinese(ways: readonly Way[]): string[] {
  return ways.map(({ kind, hint }) => {
    switch (kind) {
      case 'password':
        return '密码'
      case 'sms':
        return hint === null ? '短信验证码' : `尾号 ${hint} 的短信验证码`
      case 'email':
        return '邮箱'
      case 'source':
        return hint ?? '身份源'
      default:
        return kind satisfies never
    }
  })
}

const types: Record<string, string> = { openid: 'open id', unionid: 'union id' }

/** An identity's type as it is written; GenAuth leaves it free. */
export function typeName(type: string): string {
  return types[type] ?? type
}

const en = {
  identities: 'Identities',
  canSignIn: (ways: readonly Way[]): ReactNode => `Can sign in with: ${row('en', english(ways))}.`,
  noWay: 'No way in is known.',
  only: 'This is the only known way in.',
  unreadWays: 'The ways in are not known while the identities are not read.',
  kind: { enterprise: 'Enterprise source', social: 'Social source' },
  unlinkSource: 'Unlink source',
  unlinkOf: (source: string) => `Unlink source ${source}`,
  profile: 'Profile at source',
  none: 'No identity is linked.',
  notRead: 'The identities did not load.',
  title: (source: ReactNode, name: ReactNode): ReactNode => (
    <>
      Unlink {source} from {name}?
    </>
  ),
  removes: (count: number) =>
    plural(count, {
      one: 'This removes 1 identity:',
      other: `This removes ${figure(count)} identities:`,
    }),
  stillWith: (name: ReactNode, ways: readonly Way[]): ReactNode => (
    <>
      {name} can still sign in with {allOf('en', english(ways)).replace(', and ', ' and ')}.
    </>
  ),
  lastWayIn: (name: ReactNode): ReactNode => (
    <>After this {name} cannot sign in until someone sets a password or links another source.</>
  ),
  accountStays: (source: string) => `The ${source} account itself is not changed.`,
  confirm: (source: string) => `Unlink ${source}`,
  sending: 'Unlinking…',
  nothingLeft: 'Nothing is left to unlink.',
}

const zh: typeof en = {
  identities: '身份',
  canSignIn: (ways) => `可用的登录方式：${row('zh', chinese(ways))}。`,
  noWay: '没有已知的登录方式。',
  only: '这是唯一已知的登录方式。',
  unreadWays: '身份未能读取，登录方式未知。',
  kind: { enterprise: '企业身份源', social: '社会化身份源' },
  unlinkSource: '解除绑定身份源',
  unlinkOf: (source) => `解除绑定身份源${source}`,
  profile: '身份源中的资料',
  none: '没有绑定任何身份。',
  notRead: '身份未能加载。',
  title: (source, name) => (
    <>
      解除{name}的{source}绑定？
    </>
  ),
  removes: (count) => `将移除 ${figure(count)} 个身份：`,
  stillWith: (name, ways) => (
    <>
      {name}仍可通过{row('zh', chinese(ways))}登录。
    </>
  ),
  lastWayIn: (name) => <>此后{name}将无法登录，直到有人为其设置密码或绑定其他身份源。</>,
  accountStays: (source) => `${source}账号本身不会改变。`,
  confirm: (source) => `解除${source}绑定`,
  sending: '正在解除绑定…',
  nothingLeft: '已没有可解除的绑定。',
}

/** What is said about identities, the ways in, and unlinking a source. */
export const identityWords: InBoth<typeof en> = { en, zh }
