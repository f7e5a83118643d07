/** What was given in a question so far. */
export type Written = {
  /** The version of the user that it was given for: typed words hold for no other. */
  version: string
  reason: string
  typed: string
  /** Whether sessions were to be ended, where that was asked. */
  endSessions?: boolean
}

/** What is kept of it, as far as it has this shape. */
export function writtenFrom(found: unknown): Written | null {
  if (typeof found !== 'object' || found === null) return null
  const { version, reason, typed, endSessions }: Partial<Record<string, unknown>> = { ...found }
  if (typeof version !== 'string' || typeof reason !== 'string' || typeof typed !== 'string') {
    return null
  }
  return { version, reason, typed, ...(typeof endSessions === 'boolean' && { endSessions }) }
}
