import type { InBoth } from '#console/words/language.tsx'
import type { Verdict } from '#contract/batch-row.ts'

/** The verdict words of a check. */
export const verdictWords: InBoth<Record<Verdict, string>> = {
  en: {
    ready: 'Ready',
    may_come_back: 'May come back',
    name_differs: 'Name differs',
    ambiguous: 'Ambiguous',
    still_active: 'Still active',
    in_another_batch: 'In another batch',
    already_so: 'Already so',
    other_state: 'Other state',
    not_found: 'Not found',
    duplicate: 'Duplicate',
    protected: 'Protected',
    yourself: 'You',
    not_checked: 'Not checked',
  },
  zh: {
    ready: '就绪',
    may_come_back: '可能再次出现',
    name_differs: '姓名不符',
    ambiguous: '不止一人',
    still_active: '仍在使用',
    in_another_batch: '在另一批次中',
    already_so: '原已如此',
    other_state: '状态不符',
    not_found: '未找到',
    duplicate: '重复',
    protected: '受保护',
    yourself: '您本人',
    not_checked: '未检查',
  },
}
