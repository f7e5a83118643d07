import { problemInText } from '#console/call/in-text.ts'
import { statusWords } from '#console/chip/status-words.ts'
import { providerName } from '#console/provider/names.ts'
import { kindWords } from '#console/text/kind-words.ts'
import { namesOf } from '#console/text/names.ts'
import type { Language } from '#console/words/language.tsx'
import { allOf, anyOf } from '#console/words/list.ts'
import { dayWordsInText } from '#console/words/when.ts'
import type { BatchKind } from '#contract/batch.ts'
import type { BatchRow, Verdict } from '#contract/batch-row.ts'
import { candidateLimit } from '#contract/limits.ts'
import { checkWords, type Part } from './words.ts'

/** Who reads it, when, and about which kind of batch. */
export type Reader = { language: Language; now: Date; kind: BatchKind }

/**
 * Why a row has its verdict, as pieces of sentences: one for each thing that holds it, and what is worth
 * knowing besides.
 */
export function whyOf(row: BatchRow, reader: Reader): Part[] {
  if (row.verdict === null) return []
  const held = row.holds.length > 0 ? row.holds : [row.verdict]
  const sentences = held.map((verdict) => sentenceOf(verdict, row, reader))
  if (row.verdict !== 'may_come_back') sentences.push(syncOf(row, reader))
  const { between } = checkWords[reader.language].why
  return sentences
    .filter((parts) => parts.length > 0)
    .flatMap((parts, at) => (at === 0 ? parts : [between, ...parts]))
}

/** The same as one text, for whoever hovers over a sentence that does not fit. */
export function textOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part
      return 'batchId' in part ? `#${part.batchId}` : part.text
    })
    .join('')
}

function sentenceOf(verdict: Verdict, row: BatchRow, reader: Reader): Part[] {
  const words = checkWords[reader.language].why
  switch (verdict) {
    case 'ready':
      return row.status === null ? [] : [statusOf(row.status, reader)]
    case 'may_come_back':
      return row.syncProviders.length === 0 ? [words.syncUnread] : syncOf(row, reader)
    case 'name_differs':
      return nameDiffers(row, reader)
    case 'ambiguous':
      return matches(row, reader)
    case 'still_active':
      return stillActive(row, reader)
    case 'in_another_batch':
      return row.otherBatch === null
        ? [words.elsewhereUnknown]
        : words.elsewhere({ batchId: row.otherBatch })
    case 'not_checked':
      return notChecked(row, reader)
    case 'already_so':
      return [row.status === null ? words.gone : words.already(statusOf(row.status, reader))]
    case 'other_state':
      return [otherState(row, reader)]
    case 'not_found':
      return [notFound(row, reader)]
    case 'duplicate':
      return [row.duplicateOf === null ? words.sameUser : words.sameAs(row.duplicateOf)]
    case 'protected':
    case 'yourself':
      return [words[verdict]]
    default:
      return verdict satisfies never
  }
}

function statusOf(status: string, { language }: Reader): string {
  const known: Record<string, string> = statusWords[language].status
  return known[status] ?? status
}

function syncOf({ syncProviders }: BatchRow, { language, kind }: Reader): Part[] {
  // Whoever is to come back anyway cannot come back by mistake.
  if (syncProviders.length === 0 || kind === 'reactivate') return []
  const words = checkWords[language].why
  const names = syncProviders.map((provider) =>
    provider === '?' ? words.someSource : providerName(provider, language),
  )
  return [words.inSync(allOf(language, names))]
}

function nameDiffers(row: BatchRow, { language }: Reader): Part[] {
  const words = checkWords[language].why
  const list = { text: row.givenName ?? '', strong: true }
  const { name, otherName } = row
  if (name === null && otherName === null) return words.accountNameless(list)
  const { first, second } = namesOf(row, language)
  const account = [first, second].filter((each) => each !== null).join(' ')
  return words.nameDiffers(list, { text: account, strong: true })
}

function matches({ candidates, given }: BatchRow, { language }: Reader): Part[] {
  const words = checkWords[language].why
  const more = candidates.length >= candidateLimit
  return (more ? words.matchMore : words.match)(candidates.length, { text: given })
}

function stillActive({ status, lastLogin }: BatchRow, reader: Reader): Part[] {
  const words = checkWords[reader.language].why
  const state = statusOf(status ?? '', reader)
  if (lastLogin === null) return [words.stillActiveNever(state)]
  return [words.stillActive(state, dayWordsInText(lastLogin, reader.now, reader.language))]
}

function notChecked({ userId, why }: BatchRow, { language }: Reader): Part[] {
  const words = checkWords[language].why
  const said = why === null ? [] : [problemInText(why.code, language)]
  if (userId !== null) return [[words.partUnread, ...said].join(words.between)]
  return said.length > 0 ? said : [words.notLookedUp]
}

function otherState({ status }: BatchRow, reader: Reader): string {
  const { other } = checkWords[reader.language].why
  if (reader.kind === 'reactivate' && status === 'Suspended') return other.suspendedElsewhere
  return other[reader.kind](statusOf(status ?? '', reader))
}

function notFound({ given, tried }: BatchRow, { language }: Reader): string {
  const words = checkWords[language].why
  if (given === '') return words.noId
  if (tried.length === 0) return words.none
  return words.noneBy(
    anyOf(
      language,
      tried.map((kind) => kindWords[language].inText[kind]),
    ),
  )
}
