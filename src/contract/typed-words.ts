import { unseen } from './unseen.ts'

const oneUnseen = new RegExp(`[${unseen}]`, 'u')

/** A user's own username, where somebody who reads it can type it; else null. */
export function typeableUsername(user: { username: string | null }): string | null {
  const { username } = user
  return username === null || username.trim() === '' || oneUnseen.test(username) ? null : username
}

/** The words somebody types to end one account: the username if it can be typed, else the user id. */
export function wordsForUser(user: { username: string | null; userId: string }): string {
  return typeableUsername(user) ?? user.userId
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
