import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'
import type { BatchKind, Goes } from '#contract/batch.ts'

type Count = (count: number) => string

const rows: Count = (count) => plural(count, { one: '1 row', other: `${figure(count)} rows` })
const people: Count = (count) =>
  plural(count, { one: '1 person', other: `${figure(count)} people` })
const noun =
  (one: string, other: string): Count =>
  (count) =>
    plural(count, { one, other })

const questionEn: Record<BatchKind, Count> = {
  suspend: (count) => `Suspend ${people(count)}?`,
  resign: (count) => `Resign ${people(count)}?`,
  delete: (count) => `Delete ${people(count)}?`,
  reactivate: (count) => `Reactivate ${people(count)}?`,
}
const questionZh: Record<BatchKind, Count> = {
  suspend: (count) => `停用 ${figure(count)} 人？`,
  resign: (count) => `为 ${figure(count)} 人办理离职？`,
  delete: (count) => `彻底删除 ${figure(count)} 人？`,
  reactivate: (count) => `恢复 ${figure(count)} 人？`,
}

const goesEn: Record<keyof Goes, Count> = {
  roles: noun('role', 'roles'),
  groups: noun('group', 'groups'),
  departments: noun('department', 'departments'),
  positions: noun('position', 'positions'),
  authorizations: noun('authorization', 'authorizations'),
  sessions: (count) =>
    plural(count, { one: '1 session ends.', other: `${figure(count)} sessions end.` }),
  unread: (count) =>
    plural(count, {
      one: 'Of 1 person not everything could be read: there may be more.',
      other: `Of ${figure(count)} people not everything could be read: there may be more.`,
    }),
  mayComeBack: (count) =>
    plural(count, {
      one: '1 person is still in a directory sync and may come back.',
      other: `${figure(count)} people are still in a directory sync and may come back.`,
    }),
  stillActive: (count) =>
    plural(count, {
      one: '1 person is still active: not resigned or suspended.',
      other: `${figure(count)} people are still active: not resigned or suspended.`,
    }),
}
const goesZh: Record<keyof Goes, Count> = {
  roles: () => '角色',
  groups: () => '用户组',
  departments: () => '部门',
  positions: () => '岗位',
  authorizations: () => '授权',
  sessions: (count) => `将结束 ${figure(count)} 个会话。`,
  unread: (count) => `有 ${figure(count)} 人的信息未能全部读取，实际可能更多。`,
  mayComeBack: (count) => `${figure(count)} 人仍在目录同步中，可能再次出现。`,
  stillActive: (count) => `${figure(count)} 人仍在使用：未办理离职或停用。`,
}

/** What stands in a frame above the figures, what the accounts become, and what stays. */
type Follows = { head: string; accounts: Count; kept: string }

const followsEn: Record<BatchKind, Follows> = {
  suspend: {
    head: 'Blocked until reactivated',
    accounts: noun('account can no longer sign in', 'accounts can no longer sign in'),
    kept: 'profiles, identities, departments, roles and groups. They can be reactivated at any time.',
  },
  resign: {
    head: 'Removed for good',
    accounts: noun('account is disabled', 'accounts are disabled'),
    kept: 'profiles and identities; the accounts are disabled.',
  },
  delete: {
    head: 'Erased for good',
    accounts: noun(
      'account in GenAuth, with its profile, identities and history',
      'accounts in GenAuth, with their profiles, identities and history',
    ),
    kept: 'our audit entries and a snapshot of each of them.',
  },
  reactivate: {
    head: 'Given back',
    accounts: noun(
      'account gets the status it had before it was suspended',
      'accounts get the status each had before it was suspended',
    ),
    kept: 'everything else. They can be suspended again at any time.',
  },
}
const followsZh: Record<BatchKind, Follows> = {
  suspend: {
    head: '在恢复之前停止',
    accounts: () => '将无法登录的账号',
    kept: '资料、身份、部门、角色和用户组。可以随时恢复。',
  },
  resign: {
    head: '永久移除',
    accounts: () => '将被禁用的账号',
    kept: '资料和身份；账号将被禁用。',
  },
  delete: {
    head: '永久清除',
    accounts: () => 'GenAuth 账号，连同资料、身份和历史',
    kept: '我们的审计条目和每个人的快照。',
  },
  reactivate: {
    head: '归还',
    accounts: () => '将恢复各自停用前状态的账号',
    kept: '其他一切。可以随时再次停用。',
  },
}

const frozenRowsEn: Record<BatchKind, string> = {
  suspend: 'Everybody who will be suspended',
  resign: 'Everybody who will be resigned',
  delete: 'Everybody who will be deleted',
  reactivate: 'Everybody who will be reactivated',
}
const frozenRowsZh: Record<BatchKind, string> = {
  suspend: '将被停用的所有人',
  resign: '将办理离职的所有人',
  delete: '将被彻底删除的所有人',
  reactivate: '将被恢复的所有人',
}

const defaultTitleEn: Record<BatchKind, (day: string) => string> = {
  suspend: (day) => `Suspension, ${day}`,
  resign: (day) => `Resignation, ${day}`,
  delete: (day) => `Deletion, ${day}`,
  reactivate: (day) => `Reactivation, ${day}`,
}
const defaultTitleZh: Record<BatchKind, (day: string) => string> = {
  suspend: (day) => `停用，${day}`,
  resign: (day) => `办理离职，${day}`,
  delete: (day) => `彻底删除，${day}`,
  reactivate: (day) => `恢复，${day}`,
}

const en = {
  question: questionEn,
  ofRows: (all: number, will: number, not: number) =>
    `Of ${rows(all)}, ${figure(will)} will run, ${figure(not)} will not`,
  allRows: (all: number) =>
    plural(all, { one: 'The one row will run.', other: `All ${figure(all)} rows will run.` }),
  show: 'Show',
  follows: followsEn,
  goes: goesEn,
  sessionsStay: 'Signed-in sessions are not ended.',
  /** Between two sentences. */
  space: ' ',
  kept: 'Kept: ',
  accepted: (count: number) =>
    plural(count, {
      one: '1 of them was held and accepted by you.',
      other: `${figure(count)} of them were held and accepted one by one.`,
    }),
  snapshotSaved: 'A snapshot of everybody was saved with the check.',
  about: (minutes: number) =>
    minutes < 1
      ? 'Less than a minute; you may close this page.'
      : plural(Math.round(minutes), {
          one: 'About 1 minute; you may close this page.',
          other: `About ${figure(Math.round(minutes))} minutes; you may close this page.`,
        }),
  closePage: 'You may close this page while it runs.',
  defaultTitle: defaultTitleEn,
  frozen: 'The frozen list',
  people,
  fingerprint: 'Fingerprint',
  frozenColumns: { row: 'Row', user: 'User', flag: 'Note' },
  frozenRows: frozenRowsEn,
  frozenOf: (from: number, to: number, total: number) =>
    to < from ? people(total) : `${figure(from)}–${figure(to)} of ${figure(total)}`,
  start: 'Start',
  signInAndStart: 'Sign in and start',
  starting: 'Starting…',
  suspendInstead: (count: number) =>
    `Suspend ${plural(count, { one: 'this person', other: `these ${figure(count)}` })} instead`,
  suspendingInstead: 'Making another batch…',
  notSuspended: 'No other batch was made.',
  missing: { title: 'a title', reason: 'a reason', typed: 'the words' },
  waitingFor: (what: readonly string[]) => `Waiting for ${what.join(', ')}`,
  confirmed: (until: string) =>
    `Confirmed and not started yet. The confirmation holds until ${until}.`,
  lapsed: 'The confirmation is more than 24 hours old. Check again before you start.',
  reason: 'Reason or ticket:',
  notStarted: 'The batch was not started.',
  changed: 'The list has changed since you looked. Nothing was sent.',
  lookAgain: 'Look at the list again',
  expired: 'The check is more than 24 hours old. Nothing was sent.',
  checkAgain: 'Check again',
  checkSending: 'Beginning…',
  notCheckedAgain: 'The check did not begin.',
  back: 'Back',
}

const zh: typeof en = {
  question: questionZh,
  ofRows: (all, will, not) =>
    `共 ${figure(all)} 行，将执行 ${figure(will)} 行，不执行 ${figure(not)} 行`,
  allRows: (all) => `全部 ${figure(all)} 行都将执行。`,
  show: '查看',
  follows: followsZh,
  goes: goesZh,
  sessionsStay: '不会结束已登录的会话。',
  space: '',
  kept: '保留：',
  accepted: (count) => `其中 ${figure(count)} 人曾待确认，已逐一接受。`,
  snapshotSaved: '检查时已保存每个人的快照。',
  about: (minutes) =>
    minutes < 1
      ? '不到 1 分钟；您可以关闭此页面。'
      : `约 ${figure(Math.round(minutes))} 分钟；您可以关闭此页面。`,
  closePage: '运行期间您可以关闭此页面。',
  defaultTitle: defaultTitleZh,
  frozen: '冻结的名单',
  people: (count) => `${figure(count)} 人`,
  fingerprint: '指纹',
  frozenColumns: { row: '行', user: '用户', flag: '备注' },
  frozenRows: frozenRowsZh,
  frozenOf: (from, to, total) =>
    `${to < from ? '' : `第 ${figure(from)}–${figure(to)} 人，`}共 ${figure(total)} 人`,
  start: '开始',
  signInAndStart: '登录并开始',
  starting: '正在开始…',
  suspendInstead: (count) => `改为停用这 ${figure(count)} 人`,
  suspendingInstead: '正在新建批次…',
  notSuspended: '没有新建批次。',
  missing: { title: '标题', reason: '原因', typed: '指定文字' },
  waitingFor: (what) => `等待填写：${what.join('、')}`,
  confirmed: (until) => `已确认，尚未开始。确认有效至 ${until}。`,
  lapsed: '确认已超过 24 小时，请重新检查后再开始。',
  reason: '原因或工单号：',
  notStarted: '批次没有开始。',
  changed: '名单在您查看之后已有变化，未发送任何操作。',
  lookAgain: '重新查看名单',
  expired: '检查已超过 24 小时，未发送任何操作。',
  checkAgain: '重新检查',
  checkSending: '正在开始…',
  notCheckedAgain: '检查没有开始。',
  back: '返回',
}

/** What is said from the question to the start. */
export const confirmWords: InBoth<typeof en> = { en, zh }
