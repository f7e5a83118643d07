const longest = 2_048
const notAPage = /^\/(?:api|auth|assets)(?:\/|$)/

/**
 * Where to go after signing in: a path that, parsed against our origin, stays on it.
 * @returns path, query and fragment; `/` for everything else.
 */
export function returnAddress(asked: string | undefined, origin: string): string {
  if (asked === undefined || asked.length > longest) return '/'
  if (!asked.startsWith('/') || isTricky(asked)) return '/'
  const url = URL.parse(asked, origin)
  if (url?.origin !== origin) return '/'
  const path = url.pathname + url.search + url.hash
  // Parsing folds dots: `/.//elsewhere` becomes a path that a browser reads as a host.
  return isTricky(path) || notAPage.test(url.pathname) ? '/' : path
}

function isTricky(text: string): boolean {
  return text.includes('//') || text.includes('\\') || /\p{Cc}/u.test(text)
}
