import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

const people = (count: number) =>
  plural(count, { one: '1 person', other: `${figure(count)} people` })

const en = {
  retry: (failed: number, notStarted: number) => {
    if (notStarted === 0) return `Retry ${figure(failed)} failed`
    if (failed === 0) return `Go on with ${figure(notStarted)} not started`
    return `Retry ${figure(failed)} failed, ${figure(notStarted)} not started`
  },
  checkUnconfirmed: (count: number) => `Check ${figure(count)} again`,
  checkAgain: 'Check again',
  checkRow: (who: string) => `Check again: ${who}`,
  download: 'Download results',
  downloading: 'Downloading…',
  recheckAll: 'Recheck all',
  reactivateAll: (count: number) => `Reactivate all ${figure(count)}`,
  resign: 'Continue to resign…',
  delete: 'Continue to delete…',
  making: 'Making another batch…',
  notMade: 'No other batch was made.',
  notDownloaded: 'The results were not downloaded.',
  notLooked: 'Nobody was looked at again.',
  acts: 'What can follow',
  looking: (looked: number, all: number) =>
    `Looking again: ${figure(looked)} of ${figure(all)}. Nothing is sent.`,
  progress: 'Progress of looking again',
  nobodyCameBack: (at: string) => `Nobody came back, as of ${at}.`,
  nobodySeenBack: (at: string) => `Nobody was seen to have come back, as of ${at}.`,
  lookedAgain: (count: number) => `${people(count)} looked at again.`,
  unread: (count: number) => `${people(count)} could not be read.`,
  space: ' ',
  cameBack: (count: number) => `${figure(count)} came back:`,
  cameBackPerson: (status: string, at: string) => `${status} when seen ${at}`,
  cameBackMore: (count: number) => `and ${people(count)} more`,
  namesUnread: 'Their names did not load.',
}

const zh: typeof en = {
  retry: (failed, notStarted) => {
    if (notStarted === 0) return `重试失败的 ${figure(failed)} 人`
    if (failed === 0) return `继续未开始的 ${figure(notStarted)} 人`
    return `重试失败的 ${figure(failed)} 人和未开始的 ${figure(notStarted)} 人`
  },
  checkUnconfirmed: (count) => `重新核实 ${figure(count)} 人`,
  checkAgain: '重新核实',
  checkRow: (who) => `重新核实：${who}`,
  download: '下载结果',
  downloading: '正在下载…',
  recheckAll: '全部复查',
  reactivateAll: (count) => `恢复全部 ${figure(count)} 人`,
  resign: '接着办理离职…',
  delete: '接着彻底删除…',
  making: '正在新建批次…',
  notMade: '没有新建批次。',
  notDownloaded: '结果未能下载。',
  notLooked: '没有重新查看任何人。',
  acts: '后续操作',
  looking: (looked, all) => `正在复查：${figure(looked)} / ${figure(all)}。不会发送任何操作。`,
  progress: '复查进度',
  nobodyCameBack: (at) => `截至 ${at}，无人再次出现。`,
  nobodySeenBack: (at) => `截至 ${at}，未看到有人再次出现。`,
  lookedAgain: (count) => `已重新核实 ${figure(count)} 人。`,
  unread: (count) => `${figure(count)} 人未能读取。`,
  space: '',
  cameBack: (count) => `${figure(count)} 人再次出现：`,
  cameBackPerson: (status, at) => `${at} 所见为${status}`,
  cameBackMore: (count) => `另有 ${figure(count)} 人`,
  namesUnread: '未能加载其姓名。',
}

/** What is said about the end of a batch and what may follow it. */
export const resultWords: InBoth<typeof en> = { en, zh }
