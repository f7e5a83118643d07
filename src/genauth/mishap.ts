const parserCodes = /^(HPE_|UND_ERR_HEADERS_OVERFLOW$|UND_ERR_RES_)/
const parserWords = /bad response|bad upgrade/

/** Whether a connection failed because what came over it is not HTTP, rather than by falling silent. */
export function isGarbled(error: Error): boolean {
  return parserCodes.test(codeOf(error)) || parserWords.test(error.message)
}

/** A connection's failure in a few words: its code, else its message; never what was sent or received. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  const code = codeOf(error)
  return code === '' || code.startsWith('UND_ERR_SOCKET') ? error.message || code : code
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  // Connecting to a name with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined
  return first instanceof Error ? codeOf(first) : ''
}
