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
  return notAPage.test(url.pathname) ? '/' : url.pathname + url.search + url.hash
}

/**
 * Two slashes name a host, also once dots before them are folded (`/.//elsewhere`); a backslash is read
 * as a slash; a tab or a line end between slashes is dropped.
 */
function isTricky(text: string): boolean {
  return text.includes('//') || text.includes('\\') || /\p{Cc}/u.test(text)
}
