import type { InBoth } from '#console/words/language.tsx'

/** What stands where acts would, while the proxy sends none; and what is said when it does again. */
export const readOnlyWords: InBoth<{ readOnly: string; stopped: string; again: string }> = {
  en: {
    readOnly: 'Leaver Desk is read-only now: nothing is sent to GenAuth.',
    stopped: 'Everything is stopped for now: nothing is sent to GenAuth.',
    again: 'Acts are allowed again.',
  },
  zh: {
    readOnly: 'Leaver Desk 现在为只读：不会向 GenAuth 发送任何操作。',
    stopped: '目前已全部停止：不会向 GenAuth 发送任何操作。',
    again: '已重新允许操作。',
  },
}
