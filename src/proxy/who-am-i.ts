import type { Handler } from './handler.ts'
import type { Settings } from './world.ts'

/** Who is signed in, with which role, to which pool. */
export function whoAmI(settings: Settings): Handler<'whoAmI'> {
  const { poolName, sandbox, readOnly, batchMax } = settings
  return async ({ caller }) => ({
    pool: { name: poolName, sandbox },
    readOnly,
    batchMax,
    person: caller && { name: caller.name, email: caller.email, role: caller.role },
  })
}
