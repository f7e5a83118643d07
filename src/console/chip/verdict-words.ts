import type { InBoth } from '#console/words/language.tsx'
import type { Verdict } from '#contract/batch-row.ts'

/** The verdict words of a check. */
export const verdictWords: InBoth<Record<Verdict, string>> = {
  en: {
    ready: 'Ready',
    may_come_back: 'May come back',
    still_active: 'Still active',
    in_another_batch: 'In another batch',
    already_so: 'Already so',
    not_found: 'Not found',
    protected: 'Protected',
    yourself: 'You',
    not_checked: 'Not checked',
  },
  zh: {
    ready: '就绪',
    may_come_back: '可能再次出现',
    still_active: '仍在使用',
    in_another_batch: '在另一批次中',
    already_so: '原已如此',
    not_found: '未找到',
    protected: '受保护',
    yourself: '您本人',
    not_checked: '未检查',
  },
}
