import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import type { Agent } from './agent.ts'

const en = {
  title: 'Your sessions',
  about: 'Wherever you are signed in to Leaver Desk.',
  thisOne: 'This one',
  browser: ({ browser, system }: Agent) => (system === null ? browser : `${browser} on ${system}`),
  unknownBrowser: 'A browser that did not name itself',
  signedIn: (at: ReactNode): ReactNode => <>Signed in {at}</>,
  lastSeen: (at: ReactNode): ReactNode => <>last seen {at}</>,
  end: 'End',
  endOf: (browser: string, at: string) => `End the session in ${browser}, signed in ${at}`,
  ending: 'Ending…',
  ended: 'The session was ended.',
  endOthers: 'End all others',
  othersEnded: 'All other sessions were ended.',
  noOther: 'There is no other session.',
  loading: 'Loading your sessions.',
  notLoaded: 'Your sessions did not load.',
  notEnded: 'The session was not ended.',
  close: 'Close',
}

const zh: typeof en = {
  title: '您的会话',
  about: '您在以下各处登录了 Leaver Desk。',
  thisOne: '当前会话',
  browser: ({ browser, system }) => (system === null ? browser : `${system} 上的 ${browser}`),
  unknownBrowser: '未说明名称的浏览器',
  signedIn: (at) => <>登录于 {at}</>,
  lastSeen: (at) => <>最近活动 {at}</>,
  end: '结束',
  endOf: (browser, at) => `结束登录于 ${at} 的会话（${browser}）`,
  ending: '正在结束…',
  ended: '会话已结束。',
  endOthers: '结束所有其他会话',
  othersEnded: '所有其他会话已结束。',
  noOther: '没有其他会话。',
  loading: '正在加载您的会话。',
  notLoaded: '您的会话未能加载。',
  notEnded: '会话未能结束。',
  close: '关闭',
}

/** What is said about one's own sessions. */
export const ownSessionWords: InBoth<typeof en> = { en, zh }
