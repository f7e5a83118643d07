/** Characters, as they are kept: no page of ours has an address near that. */
const longest = 1_024
const notAPage = /^\/(?:api|auth|assets)(?:\/|$)/i
const dots = /\/(?:\.|%2e){1,2}(?:\/|$)/i

/**
 * Where to go after signing in: a path that, parsed against our origin, stays on it.
 * @returns path, query and fragment; `/` for everything else.
 */
export function returnAddress(asked: string | undefined, origin: string): string {
  if (asked === undefined || asked.length > longest) return '/'
  if (!asked.startsWith('/') || isTricky(asked)) return '/'
  const url = URL.parse(asked, origin)
  if (url?.origin !== origin || !isPage(url.pathname)) return '/'
  const address = url.pathname + url.search + url.hash
  return address.length > longest ? '/' : address
}

/**
 * Two slashes name a host, also once dots before them are folded (`/.//elsewhere`); a backslash is read
 * as a slash; a tab or a line end between slashes is dropped.
 */
function isTricky(text: string): boolean {
  return text.includes('//') || text.includes('\\') || /\p{Cc}/u.test(text)
}

/**
 * Whoever stands between may decode a path before it is read: it must be a page of ours each time.
 * Dots that are written in code are folded by the next one who reads.
 */
function isPage(pathname: string): boolean {
  if (isTricky(pathname) || notAPage.test(pathname) || dots.test(pathname)) return false
  const decoded = decodedOnce(pathname)
  return decoded === pathname || (decoded !== null && isPage(decoded))
}

function decodedOnce(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
