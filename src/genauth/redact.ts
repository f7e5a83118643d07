const limits = { depth: 8, entries: 100, nodes: 2_000, characters: 2_000 } as const

/** Marks the place of something that was too deep, too long or too much. */
export const cut = '[cut]'

const secretKey =
  /token|secret|passw|pwd|credential|cookie|authori[sz]ation$|(api|access|private|session)-?_?key|aes-?_?key|encrypt|identity-?_?number|id-?_?card|id-?_?no$|^(session|session-?_?id|sid|sk|otp|salt|signature|connections|ticket)$/i
const unsafeKeys = ['__proto__', 'constructor', 'prototype']
/** A JWT, or the value of an `authorization` header, whatever it is called. */
const secretText = /^(bearer|basic)\s+\S|^ey[\w-]{8,}\.[\w-]+\.[\w-]*$/i

/**
 * A copy of foreign JSON that may be shown and stored: keys that name a token, secret, password or
 * credential are gone, so are values that look like one, also in JSON kept as text. Depth, number
 * and length are limited; cycles end. Never throws on values that came from JSON.
 */
export function redact(value: unknown): unknown {
  const budget = { nodes: limits.nodes }
  const seen = new Set<object>()

  const copy = (one: unknown, depth: number): unknown => {
    if (budget.nodes-- <= 0) return cut
    if (typeof one === 'string') return text(one, depth)
    if (typeof one !== 'object' || one === null) return scalar(one)
    if (depth >= limits.depth || seen.has(one)) return cut
    seen.add(one)
    const copied = Array.isArray(one) ? list(one, depth) : record(one, depth)
    seen.delete(one)
    return copied
  }
  const list = (items: readonly unknown[], depth: number): unknown[] => {
    const kept = items.slice(0, limits.entries).map((item) => copy(item, depth + 1))
    return items.length > limits.entries ? [...kept, cut] : kept
  }
  const record = (fields: object, depth: number): Record<string, unknown> => {
    const safe = Object.entries(fields).filter(
      ([key]) => !secretKey.test(key) && !unsafeKeys.includes(key),
    )
    const kept = safe
      .slice(0, limits.entries)
      .map(([key, field]) => [key.slice(0, 100), copy(field, depth + 1)] as const)
    return Object.fromEntries(safe.length > limits.entries ? [...kept, [cut, cut]] : kept)
  }
  const text = (words: string, depth: number): string => {
    if (secretText.test(words.trim())) return cut
    const inner = /^\s*[[{]/.test(words) ? fromJson(words) : undefined
    if (inner !== undefined) return JSON.stringify(copy(inner, depth + 1))
    return words.length > limits.characters ? `${words.slice(0, limits.characters)}${cut}` : words
  }
  return copy(value, 0)
}

function scalar(value: unknown): unknown {
  return ['number', 'boolean'].includes(typeof value) || value === null ? value : undefined
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
