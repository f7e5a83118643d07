const encoded = /;\s*filename\*\s*=\s*UTF-8''(?<name>[^;\s]+)/i
const quoted = /;\s*filename\s*=\s*"(?<name>(?:[^"\\]|\\.)*)"/i
const bare = /;\s*filename\s*=\s*(?<name>[^;"\s]+)/i

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

/** The name that a `content-disposition` gives a file (RFC 6266); null where it gives none. */
export function fileNameIn(disposition: string | null): string | null {
  if (disposition === null) return null
  const extended = disposition.match(encoded)?.groups?.name
  const plain =
    disposition.match(quoted)?.groups?.name?.replaceAll(/\\(.)/g, '$1') ??
    disposition.match(bare)?.groups?.name
  return (extended === undefined ? null : decoded(extended)) ?? plain ?? null
}
