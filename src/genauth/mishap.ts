const garbledNames = [
  'HTTPParserError',
  'HeadersOverflowError',
  'ResponseContentLengthMismatchError',
]

/** Whether a connection failed because what came over it is not HTTP, rather than by falling silent. */
export function isGarbled(error: Error): boolean {
  return garbledNames.includes(error.name) || /^bad (response|upgrade)$/.test(error.message)
}

/** A connection's failure in a few words: its code, else its message; never what was sent or received. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  const code = codeOf(error)
  // undici gives every lost connection the same code; its message tells them apart.
  return code === '' || code === 'UND_ERR_SOCKET' ? error.message : code
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  // Connecting to a name with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined
  return first instanceof Error ? codeOf(first) : ''
}
