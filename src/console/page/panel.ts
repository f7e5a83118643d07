import type { Act } from '#console/act/words.tsx'
import { providerName, sourceName } from '#console/provider/names.ts'
import type { Language } from '#console/words/language.tsx'
import type { User } from '#contract/user.ts'
import type { Question } from './UserDialogs.tsx'

/** How much stands in each part of the panel, as far as it was read. */
export function countsOf({ identitySources, syncRelations, history }: User) {
  return {
    ...(identitySources.state === 'read' && {
      identities: identitySources.items.reduce((sum, { identities }) => sum + identities.length, 0),
    }),
    ...(syncRelations.state === 'read' && { 'sync-relations': syncRelations.items.length }),
    history: history.length,
  }
}

/** The act that a question asked for, with the name that it was asked under. */
export function actOf(question: Question, { identitySources }: User, language: Language): Act {
  switch (question.action) {
    case 'unlinkIdentity': {
      const { action, extIdpId } = question
      const source =
        identitySources.state === 'read'
          ? identitySources.items.find((known) => known.extIdpId === extIdpId)
          : undefined
      return {
        action,
        about: sourceName(source ?? { name: null, provider: extIdpId }, language),
      }
    }
    case 'deleteSyncRelation':
      return { action: question.action, about: providerName(question.provider, language) }
    case 'resignUser':
    case 'deleteUser':
      return { action: question.action }
    default:
      return question satisfies never
  }
}
