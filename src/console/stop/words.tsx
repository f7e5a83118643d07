import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'

const en = {
  open: 'Stop everything…',
  title: 'Stop everything?',
  about: [
    'Nothing more is sent to GenAuth, by anybody, single acts and batches alike.',
    'Batches that run pause within one chunk; what is in flight is read back. Nothing already done is undone.',
    'Only somebody with the role Approver can allow it again.',
  ],
  reason: 'Reason',
  confirm: 'Stop everything',
  sending: 'Stopping everything…',
  openAgain: 'Allow again…',
  againTitle: 'Allow acts again?',
  againAbout: [
    'Whoever has the role can act on users and start batches again.',
    'Batches that paused wait for a person: nothing resumes by itself.',
  ],
  again: 'Allow again',
  allowing: 'Allowing again…',
  since: (at: string, by: ReactNode): ReactNode => (
    <>
      Everything is stopped since {at} by {by}
    </>
  ),
  because: (reason: ReactNode): ReactNode => <>: {reason}</>,
  end: '.',
  /** Between two sentences. */
  space: ' ',
  nothingSent: 'Nothing is sent to GenAuth.',
  whoCan: 'Somebody with the role Approver can allow it again.',
  somebody: 'somebody',
}

const zh: typeof en = {
  open: '全部停止…',
  title: '全部停止？',
  about: [
    '不再向 GenAuth 发送任何操作：无论何人，单项操作和批次都一样。',
    '运行中的批次会在一小批之内暂停，在途的行会回读。已完成的不会撤销。',
    '只有审批人可以重新允许。',
  ],
  reason: '原因',
  confirm: '全部停止',
  sending: '正在全部停止…',
  openAgain: '重新允许…',
  againTitle: '重新允许操作？',
  againAbout: [
    '有相应角色的人可以再次操作用户、开始批次。',
    '已暂停的批次等待有人处理，不会自行继续。',
  ],
  again: '重新允许',
  allowing: '正在重新允许…',
  since: (at, by) => (
    <>
      自 {at} 起，{by} 已全部停止操作
    </>
  ),
  because: (reason) => <>：{reason}</>,
  end: '。',
  space: '',
  nothingSent: '不会向 GenAuth 发送任何操作。',
  whoCan: '审批人可以重新允许。',
  somebody: '某人',
}

/** What is said of the switch that stops everything. */
export const stopWords: InBoth<typeof en> = { en, zh }
