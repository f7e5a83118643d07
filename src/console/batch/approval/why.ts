import type { Batch } from '#contract/batch.ts'
import type { approvalWords } from './words.tsx'

/**
 * Why somebody else has to approve a batch, in one sentence; null: nobody has to. Of a batch that is
 * under way all its people count: those it sent already were measured too.
 */
export function whyWords(
  { approval, willRun }: Pick<Batch, 'approval' | 'willRun'>,
  words: Pick<typeof approvalWords.en, 'why'>,
): string | null {
  const { needed, allowance, sentBefore, windowMinutes } = approval
  if (needed === null) return null
  return words.why[needed]({
    people: willRun,
    allowance: allowance ?? 0,
    before: sentBefore ?? 0,
    minutes: windowMinutes,
  })
}
