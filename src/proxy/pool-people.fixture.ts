import type { GenAuth } from '#genauth/genauth.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { SandboxOfItsOwn } from './sandbox-process.fixture.ts'

const perPage = 50

/** Hands out invented people of a pool, each of them once. */
export function freshPeople(genauth: GenAuth, sandbox: Pick<SandboxOfItsOwn, 'people'>) {
  const lines = new Map<string, AsyncGenerator<UserDto>>()
  const given = new Set<string>()

  async function* everybody(status: string): AsyncGenerator<UserDto> {
    const named = new Set((await sandbox.people()).map(({ userId }) => userId))
    for (let page = 1; ; page += 1) {
      const read = await genauth.listUsers({ status, page, limit: perPage })
      if (!read.ok) throw new Error(`The people cannot be listed: ${read.failure.detail}`)
      if (read.value.list.length === 0) return
      yield* read.value.list.filter(({ userId }) => !named.has(userId))
    }
  }

  /** Somebody with this status whom nobody has had yet: pages shift while people change theirs. */
  async function next(status: string): Promise<UserDto> {
    const line = lines.get(status) ?? everybody(status)
    lines.set(status, line)
    for (;;) {
      const { value } = await line.next()
      if (!value) throw new Error(`Nobody ${status} is left.`)
      if (given.has(value.userId)) continue
      given.add(value.userId)
      return value
    }
  }

  /** User ids of so many; `signedIn`: each of them to an app at least. */
  return async (count: number, status: string, signedIn = false): Promise<string[]> => {
    const userIds: string[] = []
    while (userIds.length < count) {
      const { userId } = await next(status)
      const apps = signedIn ? await genauth.getUserLoggedInApps(userId) : null
      if (apps === null || (apps.ok && apps.value.length > 0)) userIds.push(userId)
    }
    return userIds
  }
}
