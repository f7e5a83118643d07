import { keep, kept, leave } from './kept.ts'

type Address = { path: string; hash: string }

function addressFrom(found: unknown): Address | null {
  if (!Array.isArray(found)) return null
  const [path, hash]: unknown[] = found
  return typeof path === 'string' && typeof hash === 'string' ? { path, hash } : null
}

let back: Address | null = null

/**
 * Keeps the address for the time of signing in. What stands after `#` never reaches the server, so
 * only this browser tab can bring it back.
 */
export function keepAddress(address: { pathname: string; search: string; hash: string }): void {
  const { pathname, search, hash } = address
  keep('address', [pathname + search, hash], 'return')
  leave()
}

/** Path and query to come back to after signing in. */
export function returnPath(): string {
  return (addressFrom(kept('address')) ?? back)?.path ?? '/users'
}

/** The same with what stood after `#`, for a way that leads past the server. */
export function returnAddress(): string {
  const address = addressFrom(kept('address')) ?? back
  return address === null ? '/users' : address.path + address.hash
}

/** To be called once, before the first page: puts back what stood after `#`. */
export function restoreAddress(): void {
  back = addressFrom(kept('address'))
  if (back === null || location.pathname + location.search !== back.path) return
  keep('address', null)
  if (location.hash === '') history.replaceState(history.state, '', back.path + back.hash)
}

/** Whether this page was opened by coming back from signing in. */
export function cameBack(): boolean {
  return back !== null
}

/**
 * Leaves for the sign-in and comes back to this address.
 * @param fresh whether somebody has to prove anew who they are, although they are signed in
 */
export function signInAgain(fresh: boolean): void {
  keepAddress(location)
  const query = new URLSearchParams({ return: location.pathname + location.search })
  if (fresh) query.set('fresh', '1')
  location.assign(`/auth/sign-in?${query}`)
}
