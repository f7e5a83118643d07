import { useState } from 'react'
import { draftWords } from '#console/batch/draft/words.ts'
import { momentWords } from '#console/batch/moment.ts'
import { groupSums } from '#console/batch/sum.ts'
import { Button } from '#console/frame/Button.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'

/** The check in one line, once it is behind one. */
export function CheckSummary({ batch, onOpen }: { batch: Batch; onOpen?: () => void }) {
  const words = useWords(draftWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const { held, willNot, will } = groupSums(batch)
  const { checkedAt } = batch
  const rest = [
    ...(held + willNot > 0 ? [words.willNot(held + willNot)] : []),
    ...(checkedAt === null ? [] : [words.checkedClock(momentWords(checkedAt, now, language))]),
  ]
  return (
    <>
      <span>
        <strong>{words.will(will)}</strong> {rest.map((part) => words.between + part)}
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
