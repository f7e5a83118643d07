import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import type { HistoryEntry } from '#contract/user.ts'

type Told = {
  action: HistoryEntry['action']
  /** The source's or provider's name. */
  about: ReactNode
  who: ReactNode
  /** Only what was read back is told as a fact. */
  isDone: boolean
}

const en = {
  history: 'History',
  none: 'Nothing was done to this user from here.',
  all: (count: number) => `All ${figure(count)} entries`,
  last: (count: number) => `The last ${figure(count)} entries`,
  fewer: 'Show fewer',
  somebody: 'somebody',
  batch: (batchId: number) => `Batch #${batchId}`,
  told: ({ action, about, who, isDone }: Told): ReactNode => {
    switch (action) {
      case 'unlinkIdentity':
        return isDone ? (
          <>
            {about} unlinked by {who}
          </>
        ) : (
          <>
            Unlink {about}, asked for by {who}
          </>
        )
      case 'deleteSyncRelation':
        return isDone ? (
          <>
            {about} relation deleted by {who}
          </>
        ) : (
          <>
            Delete {about} relation, asked for by {who}
          </>
        )
      case 'suspendUser':
        return isDone ? <>Suspended by {who}</> : <>Suspend, asked for by {who}</>
      case 'reactivateUser':
        return isDone ? <>Reactivated by {who}</> : <>Reactivate, asked for by {who}</>
      case 'endSessions':
        return isDone ? <>Sessions ended by {who}</> : <>End sessions, asked for by {who}</>
      case 'resignUser':
        return isDone ? <>Resigned by {who}</> : <>Resign, asked for by {who}</>
      case 'deleteUser':
        return isDone ? <>Deleted by {who}</> : <>Delete, asked for by {who}</>
      default:
        return action satisfies never
    }
  },
}

const zh: typeof en = {
  history: '历史记录',
  none: '此处尚未对该用户做过任何操作。',
  all: (count) => `全部 ${figure(count)} 条`,
  last: (count) => `最近 ${figure(count)} 条`,
  fewer: '收起',
  somebody: '某人',
  batch: (batchId) => `批次 #${batchId}`,
  told: ({ action, about, who, isDone }) => {
    switch (action) {
      case 'unlinkIdentity':
        return isDone ? (
          <>
            {who}解除了{about}绑定
          </>
        ) : (
          <>
            {who}要求解除{about}绑定
          </>
        )
      case 'deleteSyncRelation':
        return isDone ? (
          <>
            {who}删除了{about}同步关系
          </>
        ) : (
          <>
            {who}要求删除{about}同步关系
          </>
        )
      case 'suspendUser':
        return isDone ? <>{who}停用了该用户</> : <>{who}要求停用该用户</>
      case 'reactivateUser':
        return isDone ? <>{who}恢复了该用户</> : <>{who}要求恢复该用户</>
      case 'endSessions':
        return isDone ? <>{who}结束了该用户的会话</> : <>{who}要求结束该用户的会话</>
      case 'resignUser':
        return isDone ? <>{who}为该用户办理了离职</> : <>{who}要求为该用户办理离职</>
      case 'deleteUser':
        return isDone ? <>{who}彻底删除了该用户</> : <>{who}要求彻底删除该用户</>
      default:
        return action satisfies never
    }
  },
}

/** What is said about what was done to a user. */
export const historyWords: InBoth<typeof en> = { en, zh }
