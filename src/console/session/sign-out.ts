import { Problem } from '#console/call/problem.ts'
import { closeKept } from './kept.ts'

/**
 * Ends the session at the proxy and leaves for the sign-in page; what this tab remembered goes.
 * @throws {Problem} `offline` or `internal` when the session may still be open
 */
export async function signOut(): Promise<void> {
  // The answer clears all that this browser has of us, language and theme with it.
  const preferences = Object.entries(localStorage)
  const response = await fetch('/auth/sign-out', {
    method: 'POST',
    headers: { 'x-leaver-desk': '1', 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => null)
  for (const [name, value] of preferences) localStorage.setItem(name, value)
  if (response === null) throw new Problem('offline')
  if (!response.ok && response.status !== 401) throw new Problem('internal')
  closeKept()
  location.assign('/sign-in')
}
