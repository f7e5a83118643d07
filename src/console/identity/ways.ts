import { sourceName } from '#console/provider/names.ts'
import type { Language } from '#console/words/language.tsx'
import type { User } from '#contract/user.ts'
import type { Way } from './words.tsx'

/** The known ways in, sources by the name that is shown for them; null while they are not known. */
export function waysOf(
  user: User,
  language: Language,
): readonly (Way & { extIdpId: string | null })[] | null {
  const { waysIn, identitySources } = user
  if (waysIn === null || identitySources.state === 'unread') return null
  return waysIn.map((way) => {
    const source = identitySources.items.find(({ extIdpId }) => extIdpId === way.extIdpId)
    return source === undefined ? way : { ...way, hint: sourceName(source, language) }
  })
}

/** The ways in that are left when a source goes. */
export function waysWithout(
  user: User,
  extIdpId: string,
  language: Language,
): readonly Way[] | null {
  return waysOf(user, language)?.filter((way) => way.extIdpId !== extIdpId) ?? null
}
