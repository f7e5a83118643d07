/** An e-mail in the form in which two are compared, wherever that is done; null: none, which is nobody's. */
export function comparableEmail(email: string | null): string | null {
  return email?.normalize('NFC').trim().toLowerCase() || null
}
