import type { Evidence } from './witness-evidence.fixture.ts'
import { dishonestRows } from './witness-rows.fixture.ts'
import { blindRepeats, strayWrites } from './witness-sends.fixture.ts'
import { unwrittenSends } from './witness-written.fixture.ts'

/** Every way in which a batch broke a promise, in sentences; none is as it must be. */
export function brokenPromises(evidence: Evidence): string[] {
  return [
    ...dishonestRows(evidence),
    ...strayWrites(evidence),
    ...blindRepeats(evidence),
    ...unwrittenSends(evidence),
  ]
}
