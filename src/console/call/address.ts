function entriesOf(part: unknown): [string, unknown][] {
  return typeof part === 'object' && part !== null ? Object.entries(part) : []
}

function search(query: unknown): string {
  const given = entriesOf(query).filter(([, value]) => value !== undefined)
  const params = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return params.size === 0 ? '' : `?${params}`
}

/** A path of the contract with its parameters filled in, and what stands after `?`. */
export function addressOf(path: string, asked: { params?: unknown; query?: unknown }): string {
  let address = path
  for (const [name, value] of entriesOf(asked.params)) {
    // As a function, because `$` has a meaning in a replacement.
    address = address.replace(`{${name}}`, () => encodeURIComponent(String(value)))
  }
  return address + search(asked.query)
}
