import type { ReactNode } from 'react'
import { TwoNames } from '#console/batch/rows/TwoNames.tsx'
import { VerdictChip } from '#console/chip/VerdictChip.tsx'
import { kindWords } from '#console/text/kind-words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { row as inARow } from '#console/words/list.ts'
import type { BatchKind } from '#contract/batch.ts'
import type { BatchRow } from '#contract/batch-row.ts'
import { Given } from './Given.tsx'
import { Why } from './Why.tsx'
import { textOf, whyOf } from './why.ts'

type CheckRowProps = {
  row: BatchRow
  kind: BatchKind
  now: Date
  /** Whether there is a column for what the list calls somebody. */
  hasNames: boolean
  children: ReactNode
}

/** What the list says at the left, whom it means in the middle, and what follows from it at the right. */
export function CheckRow({ row, kind, now, hasNames, children }: CheckRowProps) {
  const { language } = useLanguage()
  const kinds = useWords(kindWords)
  const why = whyOf(row, { language, now, kind })
  const { givenName, given, department } = row
  const isKnown = row.userId !== null
  return (
    <>
      <td className="row quiet">{row.row}</td>
      <td className="given">
        <Given row={row} />
      </td>
      {hasNames && (
        <td className="givenName" title={givenName ?? undefined}>
          {givenName !== null && <Visible text={givenName} />}
        </td>
      )}
      <td className="user name">
        {isKnown ? <TwoNames user={row} /> : <span className="nobody">—</span>}
        <span className="under">
          {!isKnown && <Visible text={givenName ?? given} />} {textOf(why)}
        </span>
      </td>
      <td className="department quiet" title={department ?? undefined}>
        {department !== null && <Visible text={department} />}
      </td>
      <td className="foundAs quiet">
        {inARow(
          language,
          foundAs(row).map((each) => kinds.label[each]),
        )}
      </td>
      <td className="verdict">{row.verdict !== null && <VerdictChip verdict={row.verdict} />}</td>
      <td className="why quiet" title={textOf(why)}>
        <Why parts={why} />
      </td>
      <td className="act">{children}</td>
    </>
  )
}

/** Whoever was chosen was found as they were when they were one of several. */
function foundAs(row: BatchRow): BatchRow['foundAs'] {
  return row.candidates.find(({ userId }) => userId === row.userId)?.foundAs ?? row.foundAs
}
