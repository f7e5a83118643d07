import type { Act } from '#console/act/words.ts'
import { providerName, sourceName } from '#console/provider/names.ts'
import type { Language } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import { historyLimit } from '#contract/limits.ts'
import type { User } from '#contract/user.ts'
import type { AccountAct, Question } from './question.ts'

/** How much stands in each part of the panel, as far as it was read; *50+*: at least so many. */
export function countsOf({
  identitySources,
  syncRelations,
  history,
}: Pick<User, 'identitySources' | 'syncRelations' | 'history'>) {
  return {
    ...(identitySources.state === 'read' && {
      identities: figure(
        identitySources.items.reduce((sum, { identities }) => sum + identities.length, 0),
      ),
    }),
    ...(syncRelations.state === 'read' && {
      'sync-relations': figure(syncRelations.items.length),
    }),
    history: history.length < historyLimit ? figure(history.length) : `${figure(historyLimit)}+`,
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
    case 'suspendUser':
    case 'reactivateUser':
    case 'endSessions':
    case 'resignUser':
    case 'deleteUser':
      return { action: question.action }
    default:
      return question satisfies never
  }
}

/** Whether an act was on the account as a whole, and not on one of its parts. */
export function isAboutAccount(action: Act['action']): action is AccountAct {
  return action !== 'unlinkIdentity' && action !== 'deleteSyncRelation'
}
