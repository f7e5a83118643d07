import type { Language } from '#console/words/language.tsx'

/** What a person may be called by. */
export type Named = { name: string | null; otherName: string | null; username: string | null }

const han = /\p{Script=Han}/u

/**
 * What stands first and what beside it: the Chinese name first for those who read Chinese; the username
 * where there is no name.
 */
export function namesOf(
  { name, otherName, username }: Named,
  language: Language,
): { first: string | null; second: string | null } {
  if (language === 'zh' && name !== null && otherName !== null) {
    if (han.test(otherName) && !han.test(name)) return { first: otherName, second: name }
  }
  return { first: name ?? username, second: otherName }
}
