import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

const en = {
  idleTitle: 'Are you still there?',
  idleAbout: (seconds: number) =>
    plural(seconds, {
      one: 'Nothing was done here for a while. Your session ends in 1 second; what you typed stays.',
      other: `Nothing was done here for a while. Your session ends in ${figure(seconds)} seconds; what you typed stays.`,
    }),
  stay: 'Stay signed in',
  staying: 'Staying signed in…',
  notStayed: 'Your session was not kept.',
  absoluteTitle: (at: string) => `Your session ends at ${at} in any case.`,
  absoluteAbout: (seconds: number) =>
    plural(seconds, {
      one: 'No session lasts longer. It ends in 1 second; what you typed stays while you sign in again.',
      other: `No session lasts longer. It ends in ${figure(seconds)} seconds; what you typed stays while you sign in again.`,
    }),
  understood: 'Go on',
  ended: 'Your session has ended. Sign in again.',
  typedStays: 'The page and what you typed come back as they are.',
  batchRunsOn: 'Sign in again. The batch keeps running.',
  endedMeanwhile: 'Your session has ended. The page comes back as the batch is then.',
}

const zh: typeof en = {
  idleTitle: '您还在吗？',
  idleAbout: (seconds) =>
    `这里已有一段时间没有操作。会话将在 ${figure(seconds)} 秒后结束；您输入的内容会保留。`,
  stay: '保持登录',
  staying: '正在保持登录…',
  notStayed: '会话未能延续。',
  absoluteTitle: (at) => `会话无论如何将在 ${at} 结束。`,
  absoluteAbout: (seconds) =>
    `会话已达最长时限，将在 ${figure(seconds)} 秒后结束；重新登录时，您输入的内容会保留。`,
  understood: '继续',
  ended: '会话已结束，请重新登录。',
  typedStays: '重新登录后，页面和您输入的内容会恢复原样。',
  batchRunsOn: '请重新登录。批次会继续运行。',
  endedMeanwhile: '会话已结束。重新登录后，将显示批次届时的状态。',
}

/** What is said as a session ends. */
export const sessionEndWords: InBoth<typeof en> = { en, zh }
