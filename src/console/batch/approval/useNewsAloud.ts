import { useEffect, useEffectEvent, useRef } from 'react'
import { announce } from '#console/frame/announce.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { lapsedWords } from './lapsed-words.ts'
import { type News, newsOf } from './news.ts'
import { requestWords } from './request-words.ts'

/**
 * Says to whoever listens instead of looking when a list is asked for, approved, sent back or taken back,
 * and when one of these has lapsed: each once, as it happens. What is there on arrival is read as the
 * page is.
 */
export function useNewsAloud(batch: Batch | null, lastSeen: number, takenBack = false): void {
  const words = useWords(requestWords)
  const { language } = useLanguage()
  const found = batch === null ? null : newsOf(batch, lastSeen)
  const news = takenBack ? 'takenBack' : found
  const before = useRef(news)
  // It stays sent back while it is checked again, and nothing is new then.
  const sentBackAt = batch?.approval.declined?.at ?? null
  const toldBack = useRef(news === 'sentBack' ? sentBackAt : null)
  const say = useEffectEvent((what: News | 'takenBack') => {
    if (batch !== null) announce(sentence(batch, what))
  })
  useEffect(() => {
    const isTold = news === 'sentBack' && toldBack.current === sentBackAt
    if (news !== null && news !== before.current && !isTold) say(news)
    if (news === 'sentBack') toldBack.current = sentBackAt
    before.current = news
  }, [news, sentBackAt])

  function sentence(of: Batch, what: News | 'takenBack'): string {
    const { mine, createdBy, approval } = of
    const { approvedBy, declined } = approval
    const { said } = words
    switch (what) {
      case 'waits':
        return mine ? said.askedYours : said.asked(createdBy)
      case 'approved':
        return mine ? said.approvedYours(approvedBy) : said.approved(approvedBy, createdBy)
      case 'sentBack':
        return said.sentBack(declined?.by ?? null, declined?.reason ?? '')
      case 'takenBack':
        return words.takenBack(createdBy)
      case 'lapsed':
        return lapsedWords(of, new Date(lastSeen), { words, language })
      case 'outlived':
        return said.outlived(approvedBy)
      default:
        return what satisfies never
    }
  }
}
