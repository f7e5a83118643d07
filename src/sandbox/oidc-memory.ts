import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; until: number }

/** More sign-ins than this at once are not remembered; the oldest are forgotten. */
const remembered = 5000

/** Keeps what the OpenID provider has to remember, in memory, for one sandbox. */
export function oidcMemory(): AdapterFactory {
  const everything = new Map<string, Kept>()

  return (model): Adapter => {
    const key = (id: string) => `${model} ${id}`
    const found = (at: string) => {
      const kept = everything.get(at)
      return kept && kept.until > Date.now() ? kept.payload : undefined
    }
    const search = (field: 'uid' | 'userCode', value: string) => {
      for (const [at, { payload }] of everything) {
        if (at.startsWith(`${model} `) && payload[field] === value) return found(at)
      }
      return undefined
    }
    return {
      async upsert(id, payload, expiresIn) {
        everything.delete(key(id))
        const until = Date.now() + (expiresIn ?? Number.POSITIVE_INFINITY) * 1000
        everything.set(key(id), { payload, until })
        for (const oldest of everything.keys()) {
          if (everything.size <= remembered) break
          everything.delete(oldest)
        }
      },
      find: async (id) => found(key(id)),
      findByUid: async (uid) => search('uid', uid),
      findByUserCode: async (userCode) => search('userCode', userCode),
      async consume(id) {
        const payload = found(key(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        everything.delete(key(id))
      },
      async revokeByGrantId(grantId) {
        for (const [at, { payload }] of everything) {
          if (payload.grantId === grantId) everything.delete(at)
        }
      },
    }
  }
}
