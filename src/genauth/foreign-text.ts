const limit = 200

/** Text from elsewhere, fit for a log line: one line, no control or invisible characters, at most 200 characters. */
export function foreignText(text: string): string {
  const plain = text
    .slice(0, 4 * limit)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
  const characters = [...plain]
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : plain
}
