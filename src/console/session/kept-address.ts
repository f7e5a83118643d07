const key = 'leaver-desk:address'

/**
 * Keeps the address for the time of signing in. What stands after `#` never reaches the server, so
 * only this browser tab can bring it back.
 */
export function keepAddress(address: { pathname: string; search: string; hash: string }): void {
  const { pathname, search, hash } = address
  sessionStorage.setItem(key, JSON.stringify([pathname + search, hash]))
}

function kept(): { path: string; hash: string } | null {
  const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  if (!Array.isArray(found)) return null
  const [path, hash]: unknown[] = found
  return typeof path === 'string' && typeof hash === 'string' ? { path, hash } : null
}

/** Path and query to come back to after signing in. */
export function returnPath(): string {
  return kept()?.path ?? '/users'
}

/** To be called once, before the first page: puts back what stood after `#`. */
export function restoreAddress(): void {
  const address = kept()
  if (address === null || location.pathname + location.search !== address.path) return
  sessionStorage.removeItem(key)
  if (location.hash === '') history.replaceState(history.state, '', address.path + address.hash)
}
