import { pageSize } from '#contract/limits.ts'
import type { Handler } from './handler.ts'
import type { KnownNames } from './known-names.ts'
import { summaryOf } from './known-names.ts'
import { refusedBy } from './unread.ts'
import type { World } from './world.ts'

/** One page of the directory, with the department of each user. */
export function listUsers(world: World, names: KnownNames): Handler<'listUsers'> {
  return async ({ body, signal }) => {
    const { keywords, status, sort = 'username', descending = false, page } = body
    const read = await world.genauth.listUsers(
      {
        page,
        limit: pageSize,
        sort: { field: sort, order: descending ? 'desc' : 'asc' },
        ...(keywords && { keywords }),
        ...(status && { status }),
      },
      signal,
    )
    if (!read.ok) throw refusedBy(read.failure)
    const departmentOf = await names.departments(read.value.list)
    return {
      totalCount: read.value.totalCount,
      page,
      users: read.value.list.map((user) => summaryOf(user, departmentOf(user))),
    }
  }
}
