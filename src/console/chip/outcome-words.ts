import type { InBoth } from '#console/words/language.tsx'
import type { AnyOutcome } from './OutcomeChip.tsx'

/** The outcome words, the same on every screen. */
export const outcomeWords: InBoth<Record<AnyOutcome, string>> = {
  en: {
    open: 'Sending',
    waiting: 'Waiting',
    sending: 'Sending',
    done: 'Done',
    already_so: 'Already so',
    failed: 'Failed',
    not_confirmed: 'Not confirmed',
    held: 'Held',
    skipped: 'Skipped',
    not_started: 'Not started',
  },
  zh: {
    open: '发送中',
    waiting: '等待中',
    sending: '发送中',
    done: '已完成',
    already_so: '原已如此',
    failed: '失败',
    not_confirmed: '未核实',
    held: '待确认',
    skipped: '已跳过',
    not_started: '未开始',
  },
}
