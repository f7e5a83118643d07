import { createContext, type ReactNode, use, useEffect, useState } from 'react'

/** The languages of the console, as written in its dictionaries. */
export type Language = 'en' | 'zh'

/** The same sentences in each language: what one has and another lacks fails the type check. */
export type InBoth<Sentences> = Record<Language, Sentences>

const key = 'leaver-desk:language'
const tags: Record<Language, string> = { en: 'en', zh: 'zh-CN' }

const LanguageContext = createContext<{ language: Language; choose: (to: Language) => void }>({
  language: 'en',
  choose: (to) => localStorage.setItem(key, to),
})

function remembered(): Language {
  const kept = localStorage.getItem(key)
  if (kept === 'en' || kept === 'zh') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Keeps the chosen language for this browser and tells the document. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(remembered)
  useEffect(() => {
    document.documentElement.lang = tags[language]
  }, [language])
  const choose = (to: Language) => {
    localStorage.setItem(key, to)
    setLanguage(to)
  }
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>
}

/** The language now, and the way to choose another. */
export function useLanguage() {
  return use(LanguageContext)
}

/** The sentences of one dictionary in the language now. */
export function useWords<Sentences>(words: InBoth<Sentences>): Sentences {
  return words[use(LanguageContext).language]
}
