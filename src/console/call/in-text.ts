import type { Language } from '#console/words/language.tsx'
import type { ProblemCode } from './problem.ts'
import { problemWords, sentenceAbout } from './words.ts'

/** The sentence about a refusal as it stands between others: without its full stop. */
export function problemInText(code: ProblemCode, language: Language): string {
  return sentenceAbout(problemWords[language], code).replace(/[.。]$/, '')
}
