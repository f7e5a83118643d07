import type { ReactNode } from 'react'
import { kindWords } from '#console/text/kind-words.ts'
import type { InBoth } from '#console/words/language.tsx'
import { anyOf, row } from '#console/words/list.ts'
import { figure, plural } from '#console/words/plural.ts'
import type { Looks } from '#contract/detect.ts'
import type { UserIdType } from '#contract/user-id-type.ts'

type Kinds = readonly UserIdType[]
const english = (kinds: Kinds) => kinds.map((kind) => kindWords.en.inText[kind])
const chinese = (kinds: Kinds) => kinds.map((kind) => kindWords.zh.inText[kind])
const small = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']
const spelt = (count: number) => small[count] ?? String(count)

const looksLike: Record<Looks, string> = {
  user_id: 'Looks like a user ID',
  email: 'Looks like an e-mail',
  identity: 'Looks like an identity',
  sync_relation: 'Looks like a sync relation',
  number: 'Looks like a number',
  text: 'Looks like a username, an external ID or a name',
}

const looksLikeChinese: Record<Looks, string> = {
  user_id: '看起来是用户 ID',
  email: '看起来是邮箱地址',
  identity: '看起来是身份',
  sync_relation: '看起来是同步关系',
  number: '看起来是号码',
  text: '看起来是用户名、外部 ID 或姓名',
}

const en = {
  field: 'Find one person by any identifier',
  placeholder: 'Any identifier: e-mail, phone, username, payroll number, user ID…',
  clear: 'Clear the field',
  looksLike,
  anyKind: 'Any kind of id, or a name',
  reads: (value: ReactNode): ReactNode => <>Looked up as {value}</>,
  lookUpAs: 'Look up as',
  auto: 'Auto',
  name: 'Name',
  looking: 'Looking up.',
  matches: (count: number, value: ReactNode): ReactNode =>
    plural(count, {
      one: <>1 user matches “{value}”.</>,
      other: (
        <>
          {figure(count)} users match “{value}”.
        </>
      ),
    }),
  matchesByName: (count: number, value: ReactNode): ReactNode =>
    plural(count, {
      one: <>No id matches “{value}”, but 1 user does by name.</>,
      other: (
        <>
          No id matches “{value}”, but {figure(count)} users do by name.
        </>
      ),
    }),
  announced: (count: number) =>
    plural(count, { one: '1 user found.', other: `${figure(count)} users found.` }),
  noneAs: (value: ReactNode, kinds: Kinds): ReactNode => (
    <>
      No user matches “{value}” as {anyOf('en', english(kinds))}.
    </>
  ),
  none: (value: ReactNode): ReactNode => <>Nobody was found for “{value}” so far.</>,
  nobodyByName: 'The search by name found nobody either.',
  answeredAt: (count: number, at: string) =>
    plural(count, {
      one: `The lookup answered at ${at}.`,
      other: count === 2 ? `Both lookups answered at ${at}.` : `All lookups answered at ${at}.`,
    }),
  partial: (all: number, lost: Kinds) =>
    all === lost.length
      ? plural(all, {
          one: `The lookup did not answer: ${row('en', english(lost))}.`,
          other: `None of the lookups answered: ${row('en', english(lost))}.`,
        })
      : `${spelt(lost.length)} of ${spelt(all).toLowerCase()} lookups did not answer: ${row('en', english(lost))}.`,
  nameUnread: 'The search by name did not answer.',
  notLookedUp: 'The lookup did not succeed.',
  searchByName: 'Search by name',
  tryAnotherKind: 'Try another kind',
  notHere: 'Not here?',
  move: 'move',
  open: 'open',
  openUser: 'Open',
  foundAs: (kinds: Kinds): ReactNode => (
    <>
      Found as <strong>{anyOf('en', english(kinds)).replace(' or ', ' and ')}</strong>
    </>
  ),
  foundByName: 'Found by name',
  showAll: (count: number) => `Show all ${figure(count)}`,
  tried: 'Tried',
  triedFound: '1 user',
  triedNobody: 'nobody',
  triedNoAnswer: 'no answer',
  frozen:
    'The order stays as it is while you read. Nothing opens by itself when more than one user matches.',
  session: 'This session',
  forgotten: 'Forgotten when you sign out',
  noLookUps: 'No lookups yet. A person you find opens here.',
  users: (count: number) => plural(count, { one: '1 user', other: `${figure(count)} users` }),
}

const zh: typeof en = {
  field: '用任意标识查找一位用户',
  placeholder: '任意标识：邮箱、手机号、用户名、工号、用户 ID……',
  clear: '清空',
  looksLike: looksLikeChinese,
  anyKind: '任意标识或姓名',
  reads: (value) => <>将查找 {value}</>,
  lookUpAs: '查找方式',
  auto: '自动',
  name: '姓名',
  looking: '正在查找。',
  matches: (count, value) => (
    <>
      有 {figure(count)} 位用户与“{value}”匹配。
    </>
  ),
  matchesByName: (count, value) => (
    <>
      没有标识与“{value}”匹配，但按姓名找到 {figure(count)} 位用户。
    </>
  ),
  announced: (count) => `找到 ${figure(count)} 位用户。`,
  noneAs: (value, kinds) => (
    <>
      没有用户的{anyOf('zh', chinese(kinds))}与“{value}”匹配。
    </>
  ),
  none: (value) => <>目前没有找到与“{value}”匹配的用户。</>,
  nobodyByName: '按姓名搜索也没有找到。',
  answeredAt: (count, at) => `${count} 项查找均已在 ${at} 应答。`,
  partial: (all, lost) =>
    `${all} 项查找中有 ${lost.length} 项没有应答：${row('zh', chinese(lost))}。`,
  nameUnread: '按姓名搜索没有应答。',
  notLookedUp: '查找未成功。',
  searchByName: '按姓名搜索',
  tryAnotherKind: '换一种方式',
  notHere: '没有要找的人？',
  move: '移动',
  open: '打开',
  openUser: '打开',
  foundAs: (kinds) => (
    <>
      通过<strong>{row('zh', chinese(kinds))}</strong>找到
    </>
  ),
  foundByName: '通过姓名找到',
  showAll: (count) => `显示全部 ${figure(count)} 位`,
  tried: '已尝试',
  triedFound: '1 位用户',
  triedNobody: '无',
  triedNoAnswer: '没有应答',
  frozen: '阅读期间顺序保持不变。匹配多位用户时不会自动打开。',
  session: '本次会话',
  forgotten: '退出登录后即忘记',
  noLookUps: '尚无查找记录。找到的用户会在此打开。',
  users: (count) => `${figure(count)} 位用户`,
}

/** What is said around the lookup field and its answers. */
export const lookUpWords: InBoth<typeof en> = { en, zh }
