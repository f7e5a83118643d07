import type { InBoth } from '#console/words/language.tsx'

/** Somebody's name; null where it is not known. */
type Name = string | null

const en = {
  lapsedYours: (at: string) => `The request of ${at} has lapsed. Check again and ask anew.`,
  lapsed: (at: string, who: Name) =>
    `The request of ${at} has lapsed. ${who ?? 'Its maker'} may check again and ask anew.`,
  takenBack: (who: Name) =>
    `${who ?? 'Its maker'} took the request back; there is nothing to approve now.`,
  /** Where only that is known. */
  gone: 'The request was taken back or settled meanwhile; there is nothing to approve now.',
  voids: (by: Name) => `Checking again voids the approval by ${by ?? 'somebody else'}.`,
  /** What is said aloud when it comes to pass. */
  said: {
    askedYours: 'Approval was asked for. Nothing is sent before you start the list.',
    asked: (who: Name) => `${who ?? 'Somebody'} asks for approval of this list.`,
    approvedYours: (by: Name) =>
      `${by ?? 'Somebody else'} approved the list. The next step is yours.`,
    approved: (by: Name, who: Name) =>
      `${by ?? 'Somebody'} approved the list. The next step is up to ${who ?? 'its maker'}.`,
    sentBack: (by: Name, reason: string) => `${by ?? 'Somebody'} sent the list back: ${reason}`,
    outlived: (by: Name) =>
      `The approval by ${by ?? 'somebody else'} no longer holds. The list has to be approved again.`,
  },
}

const zh: typeof en = {
  lapsedYours: (at) => `${at} 的请求已失效。请您重新检查，并再次请求批准。`,
  lapsed: (at, who) => `${at} 的请求已失效。可由 ${who ?? '创建人'} 重新检查，并再次请求批准。`,
  takenBack: (who) => `${who ?? '创建人'} 已撤回请求，现在没有需要批准的内容。`,
  gone: '请求已被撤回或已了结，现在没有需要批准的内容。',
  voids: (by) => `重新检查会使 ${by ?? '他人'} 的批准失效。`,
  said: {
    askedYours: '已请求批准。在您开始之前不会发送任何操作。',
    asked: (who) => `${who ?? '有人'} 请求批准此名单。`,
    approvedYours: (by) => `${by ?? '他人'} 已批准此名单。下一步由您进行。`,
    approved: (by, who) => `${by ?? '有人'} 已批准此名单。下一步由 ${who ?? '创建人'} 进行。`,
    sentBack: (by, reason) => `${by ?? '有人'} 已退回此名单：${reason}`,
    outlived: (by) => `${by ?? '他人'} 的批准已失效，名单需要重新批准。`,
  },
}

/** What becomes of a request for approval, as sentences to be read and to be heard. */
export const requestWords: InBoth<typeof en> = { en, zh }
