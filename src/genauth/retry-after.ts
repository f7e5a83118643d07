const capMs = 60_000

/**
 * Milliseconds to wait, at most 60 s, from a `Retry-After` header in seconds or as an HTTP date.
 * A date is measured against the answer's own `Date` where there is one, so that a wrong clock on
 * either side does not matter. `undefined`: no header, or not one that can be understood.
 */
export function retryAfterMs(
  header: string | null,
  serverDate: Date | undefined,
  now: Date,
): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), capMs)
  const until = httpDate(text)
  if (until === undefined) return undefined
  const waitMs = until.getTime() - (serverDate ?? now).getTime()
  return Math.min(Math.max(waitMs, 0), capMs)
}

/** Reads an HTTP date (`Sat, 21 Nov 2026 20:45:04 GMT`, and nothing that only resembles one). */
export function httpDate(text: string | null): Date | undefined {
  if (text === null || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(text)) {
    return undefined
  }
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? undefined : at
}
