import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { call } from '#console/call/call.ts'

/** One user, read from GenAuth part by part; old after a minute. */
export function userQuery(userId: string) {
  return queryOptions({
    queryKey: ['getUser', userId],
    queryFn: ({ signal }) => call('getUser', { params: { userId } }, { signal }),
    staleTime: staleAfter,
  })
}

/** After so many milliseconds a user on the screen counts as old. */
export const staleAfter = 60_000

/** What is kept here about a user whom GenAuth no longer has. */
export function userRecordQuery(userId: string) {
  return queryOptions({
    queryKey: ['getUserRecord', userId],
    queryFn: ({ signal }) => call('getUserRecord', { params: { userId } }, { signal }),
  })
}

/** After an act nothing on the screen is believed any more: all of it is read again. */
export function readAllAgain(client: QueryClient, userId: string): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: ['getUser', userId] }),
    client.invalidateQueries({ queryKey: ['getUserRecord', userId] }),
    client.invalidateQueries({ queryKey: ['listUsers'] }),
    // An answer that somebody reads stays as it is; it is asked again when they come back to it.
    client.invalidateQueries({ queryKey: ['lookUpUser'], refetchType: 'none' }),
  ])
}
