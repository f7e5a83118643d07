import { typedLimit } from './limits.ts'
import { unseen } from './unseen.ts'

const oneUnseen = new RegExp(`[${unseen}]`, 'u')

/** A user's own username, where somebody who reads it can type it; else null. */
export function typeableUsername(user: { username: string | null }): string | null {
  const { username } = user
  if (username === null || username.trim() === '' || username.length > typedLimit) return null
  return oneUnseen.test(username) ? null : username
}

/** The words somebody types to end one account: the username if it can be typed, else the user id. */
export function wordsForUser(user: { username: string | null; userId: string }): string {
  return typeableUsername(user) ?? user.userId
}

const batchVerbs = {
  suspend: { en: 'suspend', zh: '停用' },
  resign: { en: 'resign', zh: '离职' },
  delete: { en: 'delete', zh: '删除' },
  reactivate: { en: 'reactivate', zh: '恢复' },
} as const

/** The words that start a batch over so many people, in both languages; either is accepted. */
export function wordsForBatch(
  kind: keyof typeof batchVerbs,
  count: number,
): { en: string; zh: string } {
  const { en, zh } = batchVerbs[kind]
  return { en: `${en} ${count}`, zh: `${zh} ${count}` }
}

/** Trim, Unicode NFC, case-insensitive: the one comparison, on the screen and in the proxy. */
export function sameWords(typed: string, expected: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
  return plain(typed) !== '' && plain(typed) === plain(expected)
}
