/** JSON objects as they lie in text columns. */
export type JsonObject = Record<string, unknown>

/** Reads what this program wrote. Error: a SyntaxError or TypeError when somebody else wrote it. */
export function jsonObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (isJsonObject(value)) return value
  throw new TypeError('expected a JSON object')
}

/** The same for a column that may be empty. */
export function jsonObjectOrNull(text: string | null): JsonObject | null {
  return text === null ? null : jsonObject(text)
}

/** Reads a JSON list of texts. Error: as {@link jsonObject}. */
export function jsonTexts(text: string): string[] {
  const value: unknown = JSON.parse(text)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new TypeError('expected a JSON list of texts')
}

/** Reads a JSON list of objects. Error: as {@link jsonObject}. */
export function jsonObjects(text: string): JsonObject[] {
  const value: unknown = JSON.parse(text)
  if (Array.isArray(value) && value.every(isJsonObject)) return value
  throw new TypeError('expected a JSON list of objects')
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
