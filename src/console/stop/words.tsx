import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'

/** That everything is stopped: since when, by whom, and what follows. */
type Told = { at: string; by: ReactNode; follows: ReactNode }

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
  /** `follows`: one of the sentences below, for those who may allow acts again and those who may not. */
  stopped: ({ at, by, follows }: Told): ReactNode => (
    <>
      <strong>
        Everything is stopped since {at} by {by}.
      </strong>{' '}
      {follows}
    </>
  ),
  stoppedBecause: ({ at, by, follows }: Told, reason: ReactNode): ReactNode => (
    <>
      <strong>
        Everything is stopped since {at} by {by}: {reason}
      </strong>{' '}
      {follows}
    </>
  ),
  nothingSent: 'Nothing is sent to GenAuth.',
  nothingSentAsk: 'Nothing is sent to GenAuth. Somebody with the role Approver can allow it again.',
  /** A reason as a sentence of its own. */
  sentence: (reason: string) => `${reason}.`,
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
  stopped: ({ at, by, follows }) => (
    <>
      <strong>
        自 {at} 起，{by} 已全部停止操作。
      </strong>
      {follows}
    </>
  ),
  stoppedBecause: ({ at, by, follows }, reason) => (
    <>
      <strong>
        自 {at} 起，{by} 已全部停止操作：{reason}
      </strong>
      {follows}
    </>
  ),
  nothingSent: '不会向 GenAuth 发送任何操作。',
  nothingSentAsk: '不会向 GenAuth 发送任何操作。审批人可以重新允许。',
  sentence: (reason) => `${reason}。`,
  somebody: '某人',
}

/** What is said of the switch that stops everything. */
export const stopWords: InBoth<typeof en> = { en, zh }
