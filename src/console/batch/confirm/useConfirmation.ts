import { useEffect, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { dayWords } from '#console/words/when.ts'
import type { Batch } from '#contract/batch.ts'
import { sameWords, wordsForBatch } from '#contract/typed-words.ts'
import { keepDraft, keepTyped, keptDraft, keptTyped } from './kept-draft.ts'
import { confirmWords } from './words.ts'

const fields = ['title', 'reason', 'typed'] as const

/** What has to be filled in before a list is confirmed; it survives signing in again. */
export function useConfirmation(batch: Batch) {
  const { defaultTitle } = useWords(confirmWords)
  const { language } = useLanguage()
  const { batchId, willRun, createdAt, fingerprint, expiresAt, kind } = batch
  const [initial] = useState(() => {
    const kept = keptDraft(batchId)
    // Seen from another year a day is written with its year.
    const day = dayWords(createdAt, new Date(0), language)
    return {
      title: batch.title || kept.title || defaultTitle[kind](day),
      reason: batch.reason ?? kept.reason ?? '',
      typed: keptTyped(batch),
    }
  })
  const form = useForm({ defaultValues: initial })
  const { control, resetField } = form
  const { title = '', reason = '', typed = '' } = useWatch({ control })
  const typedFor = useRef(fingerprint)
  useEffect(() => {
    // The words are typed for exactly this list; for another one they are asked for anew.
    if (typedFor.current === fingerprint) return
    typedFor.current = fingerprint
    resetField('typed', { defaultValue: '' })
  }, [fingerprint, resetField])
  useEffect(() => keepDraft(batchId, { title, reason }), [batchId, title, reason])
  useEffect(
    () => keepTyped({ batchId, fingerprint, expiresAt }, typed),
    [batchId, fingerprint, expiresAt, typed],
  )

  const { en, zh } = wordsForBatch(kind, willRun)
  const [own, other] = language === 'en' ? [en, zh] : [zh, en]
  const lacks = {
    title: title.trim() === '',
    reason: reason.trim() === '',
    typed: !sameWords(typed, own) && !sameWords(typed, other),
  }
  return {
    form,
    typed,
    /** The words as they are asked for, and as they were typed where that was the other language. */
    words: { asked: own, taken: sameWords(typed, other) ? other : own },
    /** In the order in which they stand there. */
    lacking: fields.filter((field) => lacks[field]),
  }
}
