import type { InTheRun } from '#console/batch/sum.ts'
import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'
import type { BatchKind } from '#contract/batch.ts'

type Count = (count: number) => string

const people: Count = (count) =>
  plural(count, { one: '1 person', other: `${figure(count)} people` })

const doneEn: Record<BatchKind, Count> = {
  suspend: (count) => `${figure(count)} suspended and checked.`,
  resign: (count) => `${figure(count)} resigned and checked.`,
  delete: (count) => `${figure(count)} deleted and checked.`,
  reactivate: (count) => `${figure(count)} reactivated and checked.`,
}
const alreadyEn: Record<BatchKind, Count> = {
  suspend: (count) => `${figure(count)} already suspended.`,
  resign: (count) => `${figure(count)} already resigned.`,
  delete: (count) => `${figure(count)} already gone.`,
  reactivate: (count) => `${figure(count)} already as before.`,
}
const certainEn: Record<BatchKind, Count> = {
  suspend: (count) =>
    plural(count, {
      one: '1 person was read again and is suspended.',
      other: `${figure(count)} people were read again and are suspended.`,
    }),
  resign: (count) =>
    plural(count, {
      one: '1 person was read again and is resigned.',
      other: `${figure(count)} people were read again and are resigned.`,
    }),
  delete: (count) =>
    plural(count, {
      one: '1 person was looked for again and is gone.',
      other: `${figure(count)} people were looked for again and are gone.`,
    }),
  reactivate: (count) =>
    plural(count, {
      one: '1 person was read again and has the status from before.',
      other: `${figure(count)} people were read again and have the status from before.`,
    }),
}

const doneZh: Record<BatchKind, Count> = {
  suspend: (count) => `已停用并核实 ${figure(count)} 人。`,
  resign: (count) => `已办理离职并核实 ${figure(count)} 人。`,
  delete: (count) => `已彻底删除并核实 ${figure(count)} 人。`,
  reactivate: (count) => `已恢复并核实 ${figure(count)} 人。`,
}
const alreadyZh: Record<BatchKind, Count> = {
  suspend: (count) => `${figure(count)} 人原已停用。`,
  resign: (count) => `${figure(count)} 人原已离职。`,
  delete: (count) => `${figure(count)} 人原已不存在。`,
  reactivate: (count) => `${figure(count)} 人原已恢复。`,
}
const certainZh: Record<BatchKind, Count> = {
  suspend: (count) => `${figure(count)} 人已回读，确已停用。`,
  resign: (count) => `${figure(count)} 人已回读，确已离职。`,
  delete: (count) => `${figure(count)} 人已再次查找，确已不存在。`,
  reactivate: (count) => `${figure(count)} 人已回读，确已恢复原状态。`,
}

const en = {
  progress: 'Progress of the batch',
  ofInRun: (ended: number, inRun: number) => `${figure(ended)} of ${figure(inRun)}`,
  /** Parts of the sentence of a run: *184 of 297 · 2 failed · about 1 min*. */
  part: {
    done: (count) => `${figure(count)} done`,
    already_so: (count) => `${figure(count)} already so`,
    failed: (count) => `${figure(count)} failed`,
    not_confirmed: (count) => `${figure(count)} not confirmed`,
    held: (count) => `${figure(count)} held`,
    sending: (count) => `${figure(count)} being sent`,
    waiting: (count) => `${figure(count)} waiting`,
    not_started: (count) => `${figure(count)} not started`,
  } satisfies Record<InTheRun, Count>,
  about: (minutes: number) =>
    minutes < 1 ? 'less than 1 min' : `about ${figure(Math.round(minutes))} min`,
  between: ' · ',
  /** Between two sentences. */
  space: ' ',
  stopping: 'Stopping after the rows in flight.',
  runsOnServer: 'Runs on the server. You may close this page.',
  lastSeen: (seconds: number) =>
    `Last seen ${figure(seconds)} s ago; the batch runs on the server.`,
  canary: (at: string) => `The first rows were checked before the rest began, ${at}`,
  done: doneEn,
  already: alreadyEn,
  /** Sentences of a result, besides what was done and what was so already. */
  result: {
    failed: (count) => `${figure(count)} failed.`,
    not_confirmed: (count) => `${figure(count)} not confirmed.`,
    held: (count) => `${figure(count)} held.`,
    sending: (count) => `${figure(count)} still being sent.`,
    waiting: (count) => `${figure(count)} waiting.`,
    not_started: (count) => `${figure(count)} not started.`,
  } satisfies Record<Exclude<InTheRun, 'done' | 'already_so'>, Count>,
  stopped: 'Stopped.',
  neverInRun: (count: number) =>
    plural(count, {
      one: '1 was never in the run.',
      other: `${figure(count)} were never in the run.`,
    }),
  everyone: 'Everybody on the list was in the run.',
  sum: 'The sum',
  onTheList: 'On the list',
  neverTerm: 'Never in the run',
  inTheRun: 'In the run',
  addsUp: 'adds up',
  doesNotAddUp: 'does not add up',
  all: 'All',
  filters: 'Show only',
  columns: {
    row: 'Row',
    user: 'User',
    username: 'Username',
    userId: 'User ID',
    outcome: 'Outcome',
    checked: 'Checked',
    seen: 'What was seen',
    request: 'Request id',
    act: 'Act',
  },
  /** `to` before `from`: none of them is in sight. */
  rowsOf: (from: number, to: number, total: number) =>
    `${to < from ? plural(total, { one: '1 row', other: `${figure(total)} rows` }) : `Rows ${figure(from)}–${figure(to)} of ${figure(total)}`}, worst first when last read`,
  readAgain: 'Worst first again',
  noRows: 'No row is in this list now.',
  startedBy: (who: string, at: string) => `Started by ${who} ${at}`,
  entries: (first: number, last: number) => `audit entries ${figure(first)}–${figure(last)}`,
  rows: 'Rows of the batch',
  carriedOn: (batch: string) => `carried on from ${batch}`,
  seen: {
    gone: 'No longer exists',
    wasGone: 'Was already gone',
    and: ', ',
    roles: (count: number) => plural(count, { one: '1 role', other: `${figure(count)} roles` }),
    sessions: (count: number) =>
      plural(count, { one: '1 session', other: `${figure(count)} sessions` }),
    already: (status: string) => `Was already ${status}`,
    still: (status: string) => `still ${status}`,
    sentButStill: (status: string) => `Sent, but the account still shows ${status}`,
    sentButThere: 'Sent, but the account is still there',
    sentButUnread: 'Sent, but could not be read back',
    sentButGone: 'Sent, but the account is no longer there',
    sending: 'Sent, not read back yet',
    again: 'Not applied; waits to be sent once more',
    changed: 'Changed since the check, so it was not sent',
    notStarted: 'Never sent',
    never: (verdict: string) => `Never in the run: ${verdict}`,
    leftOut: 'Never in the run: left out by hand',
    cameBack: (status: string, at: string) => `Came back: ${status} when seen ${at}`,
  },
  cameBack: 'Came back',
  checkedAt: (at: string) => `Checked ${at}`,
  pause: 'Pause',
  pauseSending: 'Pausing…',
  notPaused: 'The batch was not paused.',
  stop: 'Stop',
  stopLine: 'Stops after the rows in flight. Nothing already done is undone.',
  stopLinePaused: 'Stop: nothing already done is undone.',
  stopSending: 'Stopping…',
  notStopped: 'The batch was not stopped.',
  goOn: 'Resume',
  signInAndGoOn: 'Sign in and resume',
  goOnSending: 'Resuming…',
  notGoneOn: 'The batch did not go on.',
  onlyMaker: (who: string) =>
    `Only ${who} can resume it. Anybody with the role Operator can stop it.`,
  needsApproval: 'Resume opens once a second person has approved the rest.',
  wider: 'To resume, open this page on a wider screen.',
  certainties: {
    done: certainEn,
    failed: (count: number) => `${people(count)}: failed, nothing was applied.`,
    not_confirmed: (count: number) => `${people(count)}: sent, but not confirmed.`,
    held: (count: number) => `${people(count)}: held, not sent.`,
    sending: (count: number) => `${people(count)}: in flight, being read back.`,
    waiting: (count: number) => `${people(count)}: not sent yet.`,
    nothing: 'Nothing is being sent.',
  },
}

const zh: typeof en = {
  progress: '批次进度',
  ofInRun: (ended, inRun) => `${figure(ended)} / ${figure(inRun)}`,
  part: {
    done: (count) => `${figure(count)} 行已完成`,
    already_so: (count) => `${figure(count)} 行原已如此`,
    failed: (count) => `${figure(count)} 行失败`,
    not_confirmed: (count) => `${figure(count)} 行未核实`,
    held: (count) => `${figure(count)} 行待确认`,
    sending: (count) => `${figure(count)} 行发送中`,
    waiting: (count) => `${figure(count)} 行等待中`,
    not_started: (count) => `${figure(count)} 行未开始`,
  },
  about: (minutes) => (minutes < 1 ? '不到 1 分钟' : `约 ${figure(Math.round(minutes))} 分钟`),
  between: ' · ',
  space: '',
  stopping: '处理完在途的行后停止。',
  runsOnServer: '在服务器上运行，您可以关闭此页面。',
  lastSeen: (seconds) => `上次看到是 ${figure(seconds)} 秒前；批次仍在服务器上运行。`,
  canary: (at) => `最先的几行已核实，之后才继续，${at}`,
  done: doneZh,
  already: alreadyZh,
  result: {
    failed: (count) => `${figure(count)} 人失败。`,
    not_confirmed: (count) => `${figure(count)} 人未核实。`,
    held: (count) => `${figure(count)} 人待确认。`,
    sending: (count) => `${figure(count)} 人仍在发送。`,
    waiting: (count) => `${figure(count)} 人等待中。`,
    not_started: (count) => `${figure(count)} 人未开始。`,
  },
  stopped: '已停止。',
  neverInRun: (count) => `${figure(count)} 人从未进入执行。`,
  everyone: '名单上的所有人都进入了执行。',
  sum: '合计',
  onTheList: '名单',
  neverTerm: '从未进入执行',
  inTheRun: '进入执行',
  addsUp: '数目相符',
  doesNotAddUp: '数目不符',
  all: '全部',
  filters: '仅显示',
  columns: {
    row: '行',
    user: '用户',
    username: '用户名',
    userId: '用户 ID',
    outcome: '结果',
    checked: '核实时间',
    seen: '所见',
    request: '请求 ID',
    act: '操作',
  },
  rowsOf: (from, to, total) =>
    `${to < from ? '' : `第 ${figure(from)}–${figure(to)} 行，`}共 ${figure(total)} 行，按上次读取时最需关注的在前`,
  readAgain: '重新按最需关注排序',
  noRows: '此列表目前没有行。',
  startedBy: (who, at) => `${who} 于 ${at} 开始`,
  entries: (first, last) => `审计条目 ${figure(first)}–${figure(last)}`,
  rows: '批次的行',
  carriedOn: (batch) => `接续自 ${batch}`,
  seen: {
    gone: '已不存在',
    wasGone: '原已不存在',
    and: '，',
    roles: (count) => `${figure(count)} 个角色`,
    sessions: (count) => `${figure(count)} 个会话`,
    already: (status) => `原已为${status}`,
    still: (status) => `仍为${status}`,
    sentButStill: (status) => `已发送，但账号仍显示${status}`,
    sentButThere: '已发送，但账号仍在',
    sentButUnread: '已发送，但未能回读',
    sentButGone: '已发送，但账号已不存在',
    sending: '已发送，尚未回读',
    again: '未生效，等待再发送一次',
    changed: '检查之后已有变化，因此未发送',
    notStarted: '从未发送',
    never: (verdict) => `从未进入执行：${verdict}`,
    leftOut: '从未进入执行：已手动排除',
    cameBack: (status, at) => `再次出现：${at} 所见为${status}`,
  },
  cameBack: '再次出现',
  checkedAt: (at) => `核实于 ${at}`,
  pause: '暂停',
  pauseSending: '正在暂停…',
  notPaused: '批次没有暂停。',
  stop: '停止',
  stopLine: '处理完在途的行后停止。已完成的不会撤销。',
  stopLinePaused: '停止：已完成的不会撤销。',
  stopSending: '正在停止…',
  notStopped: '批次没有停止。',
  goOn: '继续',
  signInAndGoOn: '登录并继续',
  goOnSending: '正在继续…',
  notGoneOn: '批次没有继续。',
  onlyMaker: (who) => `只有 ${who} 可以继续。任何操作员都可以停止。`,
  needsApproval: '第二人批准其余部分后才能继续。',
  wider: '要继续执行，请在更宽的屏幕上打开此页面。',
  certainties: {
    done: certainZh,
    failed: (count) => `${figure(count)} 人失败，未生效。`,
    not_confirmed: (count) => `${figure(count)} 人已发送但未核实。`,
    held: (count) => `${figure(count)} 人待确认，未发送。`,
    sending: (count) => `${figure(count)} 人在途，正在回读。`,
    waiting: (count) => `${figure(count)} 人尚未发送。`,
    nothing: '目前没有发送任何内容。',
  },
}

/** What is said while a batch runs, waits, and has ended. */
export const runWords: InBoth<typeof en> = { en, zh }
