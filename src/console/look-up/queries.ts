import { type QueryFunctionContext, queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { call } from '#console/call/call.ts'
import type { LookUpReply } from '#contract/look-up.ts'
import type { UserIdType } from '#contract/user-id-type.ts'
import type { Asked, LookUpAs } from './address.ts'

/** A look-up of this session, as it is listed. `found`: the only hit's name, else how many. */
export type Recent = {
  asked: Asked
  kind: UserIdType | null
  found: { name: string } | { count: number }
}

const kept = 8
const recentKey = ['recentLookUps'] as const

/** Once answered, an answer stays as it is: its order is frozen while somebody reads it. */
export function lookUpQuery(asked: Asked | null) {
  return queryOptions({
    queryKey: ['lookUpUser', asked],
    queryFn: asked === null || asked.as === 'name' ? skipToken : asking(asked.value, asked.as),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

function asking(value: string, as: Exclude<LookUpAs, 'name'>) {
  return async ({ signal, client }: QueryFunctionContext) => {
    const answer = await call('lookUpUser', { body: { value, as } }, { signal })
    const one = recentOf({ value, as }, answer)
    client.setQueryData<Recent[]>(recentKey, (before = []) =>
      [one, ...before.filter((other) => !same(other.asked, one.asked))].slice(0, kept),
    )
    return answer
  }
}

function same(one: Asked, other: Asked): boolean {
  return one.value === other.value && one.as === other.as
}

function recentOf(asked: Asked, { hits, byName }: LookUpReply): Recent {
  const [first] = hits
  const count = hits.length > 0 ? hits.length : byName?.state === 'read' ? byName.totalCount : 0
  const name = hits.length === 1 ? (first?.user.name ?? first?.user.username) : null
  return {
    asked,
    kind: asked.as === 'auto' || asked.as === 'name' ? (first?.foundAs[0] ?? null) : asked.as,
    found: name ? { name } : { count },
  }
}

/** The last eight look-ups, newest first; kept in memory and nowhere else. */
export function useRecent(): readonly Recent[] {
  const { data = [] } = useQuery<Recent[]>({
    queryKey: recentKey,
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data
}
