import { useState } from 'react'
import { momentWords } from '#console/batch/moment.ts'
import { groupSums } from '#console/batch/sum.ts'
import { Button } from '#console/frame/Button.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { checkWords } from './words.ts'

/** The check in one line, once it is behind one. */
export function CheckSummary({ batch, onOpen }: { batch: Batch; onOpen?: () => void }) {
  const words = useWords(checkWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const { held, willNot, will } = groupSums(batch)
  const { checkedAt } = batch
  const returning = batch.verdicts.may_come_back
  const rest = [
    ...(returning > 0 ? [words.mayComeBack(returning)] : []),
    ...(held + willNot > 0 ? [words.willNot(held + willNot)] : []),
    ...(checkedAt === null ? [] : [words.checkedClock(momentWords(checkedAt, now, language))]),
  ]
  return (
    <>
      <span>
        <strong>{words.will(will)}</strong> {rest.map((part) => ` · ${part}`)}
      </span>
      {onOpen !== undefined && (
        <span className="aside">
          <Button variant="text" onClick={onOpen}>
            {words.openCheck}
          </Button>
        </span>
      )}
    </>
  )
}
