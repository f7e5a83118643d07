import { accessCalls } from './access-calls.ts'
import type { Call } from './call.ts'
import { departmentCalls } from './department-calls.ts'
import { endingCalls } from './ending-calls.ts'
import { historyCalls } from './history-calls.ts'
import { listCalls } from './list-calls.ts'
import type { Pool } from './pool.ts'
import { searchIn } from './search.ts'
import { sourceCalls } from './source-calls.ts'
import { tokenCall } from './token.ts'
import { updateCalls } from './update-calls.ts'
import { userCalls } from './user-calls.ts'

/** What every path of the Management API begins with. */
export const apiPrefix = '/api/v3/'

/** Finds the call that a method and a path mean. */
export function callsOf(pool: Pool): (method: string, path: string) => Call | undefined {
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
  return (method, path) => calls.get(`${method} ${path}`)
}
