import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import type { OwnSessions } from '#contract/session.ts'

/** One's own sessions, read whenever somebody looks. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['listSessions'],
  queryFn: ({ signal }) => call('listSessions', {}, { signal }),
  staleTime: 0,
  gcTime: 0,
})

/** Ends one of one's own sessions, or (null) all but this one; the answer is what is left. */
export function useEndSession(onEnded: (sessionId: string | null) => void) {
  const client = useQueryClient()
  const underKey = useActKey()
  return useMutation({
    mutationFn: (sessionId: string | null) =>
      underKey([sessionId], (key): Promise<OwnSessions> => {
        const body = {}
        return sessionId === null
          ? call('endOtherSessions', { body }, { key })
          : call('endSession', { params: { sessionId }, body }, { key })
      }),
    onSuccess: (left, sessionId) => {
      client.setQueryData(ownSessionsQuery.queryKey, left)
      onEnded(sessionId)
    },
    // It may have ended by itself meanwhile.
    onError: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
}
