import { accessCalls } from './access-calls.ts'
import type { Call } from './call.ts'
import { departmentCalls } from './department-calls.ts'
import { endingCalls } from './ending-calls.ts'
import { historyCalls } from './history-calls.ts'
import { listCalls } from './list-calls.ts'
import { apiPrefix } from './paths.ts'
import type { Pool } from './pool.ts'
import { searchIn } from './search.ts'
import { sourceCalls } from './source-calls.ts'
import { tokenCall } from './token.ts'
import { updateCalls } from './update-calls.ts'
import { userCalls } from './user-calls.ts'

/** Every call, by its method and path. */
export function callsOf(pool: Pool): ReadonlyMap<string, Call> {
  const calls = new Map<string, Call>()
  for (const call of [
    tokenCall,
    ...userCalls,
    ...listCalls(searchIn(pool)),
    ...sourceCalls,
    ...accessCalls,
    ...departmentCalls,
    ...historyCalls,
    ...endingCalls,
    ...updateCalls,
  ]) {
    calls.set(`${call.method} ${apiPrefix}${call.name}`, call)
  }
  return calls
}
