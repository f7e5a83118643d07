const both = {
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
  zh: new Intl.ListFormat('zh-CN', { type: 'conjunction' }),
}
const either = {
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  zh: new Intl.ListFormat('zh-CN', { type: 'disjunction' }),
}

/** *a, b, and c*. */
export function allOf(language: 'en' | 'zh', items: readonly string[]): string {
  return both[language].format(items)
}

/** *a, b or c*. */
export function anyOf(language: 'en' | 'zh', items: readonly string[]): string {
  return either[language].format(items)
}

/** Items that merely follow each other: *a, b, c*. */
export function row(language: 'en' | 'zh', items: readonly string[]): string {
  return items.join(language === 'en' ? ', ' : '、')
}
