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

/** Where to sign in so as to come back to an address. @param fresh to prove anew who one is */
export function signInPath(
  { pathname, search }: { pathname: string; search: string },
  fresh = false,
): string {
  const query = new URLSearchParams({ return: pathname + search, ...(fresh && { fresh: '1' }) })
  return `/auth/sign-in?${query}`
}

/** Leaves for a fresh sign-in, although somebody is signed in, and comes back to this address. */
export function signInAfresh(): void {
  keepAddress(location)
  location.assign(signInPath(location, true))
}
