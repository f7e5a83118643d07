const limit = 200

/** The value of an `authorization` header, or a JWT: a gateway may say back what it was sent. */
const credential =
  /\b(?:authing|genauth) \S+:[^\s'"]+|\b(?:bearer|basic) [\w+/=.~-]{8,}|\bey[\w-]{8,}(?:\.[\w-]*){2,4}/gi

/**
 * Text from elsewhere, fit for a log line: one line, no control or invisible characters, nothing that
 * looks like a credential, at most 200 characters.
 */
export function foreignText(text: string): string {
  const plain = text
    .slice(0, 10 * limit)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(credential, '…')
    .trim()
  const characters = [...plain]
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : plain
}
