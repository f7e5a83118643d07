import { chainKeys } from './audit-link.ts'
import { surveyChain } from './audit-survey.ts'
import type { ChainEnd } from './audit-walk.ts'
import type { Verdict } from './chain-watch.ts'
import { connect } from './connect.ts'
import { refuseOtherVersion } from './migrate.ts'
import { migrations } from './migrations.ts'
import { poolOf } from './pool.ts'

/**
 * Reads the whole audit chain, also while a server is running, and names the first bad entry. `head` is
 * the one that stands outside; without it a chain whose end was cut off cannot be told from a whole one.
 * Error: CannotOpen when this is no database of this program's version.
 */
export async function verifyAudit(options: {
  databaseUrl: string
  secretKeys: readonly Buffer[]
  head?: ChainEnd
}): Promise<Verdict> {
  const db = connect(options.databaseUrl, 'read')
  try {
    await refuseOtherVersion(db, migrations)
    const keys = chainKeys(options.secretKeys)
    const { bad, entries } = await surveyChain(db, keys, await poolOf(db), options.head)
    return bad ? { holds: false, firstBad: bad.seq, why: bad.why } : { holds: true, entries }
  } finally {
    await db.destroy()
  }
}
