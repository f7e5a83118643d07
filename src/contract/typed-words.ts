/** The words somebody types to end one account: the username, else the user id. */
export function wordsForUser(user: { username: string | null; userId: string }): string {
  return user.username?.trim() ? user.username : user.userId
}

/** The words that start a deletion batch, in both languages; either is accepted. */
export function wordsForBatch(count: number): { en: string; zh: string } {
  return { en: `delete ${count}`, zh: `删除 ${count}` }
}

/** Trim, Unicode NFC, case-insensitive: the one comparison, on the screen and in the proxy. */
export function sameWords(typed: string, expected: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
  return plain(typed) !== '' && plain(typed) === plain(expected)
}
