const longestCountryCode = 3

/**
 * How GenAuth may keep a phone number: as given, or without its country code. Where the code ends is
 * not guessed: every length is tried, and `sameNumber` tells whether the person found has that number.
 */
export function phoneSpellings(given: string): string[] {
  const plain = given.replace(/[ -]/g, '')
  if (!plain.startsWith('+')) return [plain]
  const digits = plain.slice(1)
  const withoutCode = Array.from({ length: longestCountryCode }, (_, i) => digits.slice(i + 1))
  return [plain, ...withoutCode.filter((rest) => rest.length >= 4)]
}

/** Whether a user's phone is the number that was given, its country code included when one was. */
export function sameNumber(
  given: string,
  user: { phone: string | null; phoneCountryCode: string | null },
): boolean {
  const plain = given.replace(/[ -]/g, '')
  if (!plain.startsWith('+')) return true
  const digits = (text: string | null) => (text ?? '').replace(/\D/g, '')
  const wanted = digits(plain)
  const own = digits(user.phone)
  return own === wanted || digits(user.phoneCountryCode) + own === wanted
}
