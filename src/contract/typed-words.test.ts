import { expect, test } from 'vitest'
import { typedLimit } from './limits.ts'
import { sameWords, wordsForUser } from './typed-words.ts'

const userId = '65f1c0a94be2d7831e0a9c42'

test('an account is ended by typing its username', () => {
  expect(wordsForUser({ username: 'liwei', userId })).toBe('liwei')
})

test.each([null, '', '  '])('without a username (%j) the user id is typed', (username) => {
  expect(wordsForUser({ username, userId })).toBe(userId)
})

test.each(['li\u200Bwei', 'liwei\u2060', '\u202Eiewil', 'li\u3164wei', 'li\u0000wei'])(
  'a username that cannot be typed as it is seen (%j) gives way to the user id',
  (username) => {
    expect(wordsForUser({ username, userId })).toBe(userId)
  },
)

test('a username of more characters than may be typed gives way to the user id', () => {
  const longest = 'x'.repeat(typedLimit)
  expect(wordsForUser({ username: longest, userId })).toBe(longest)
  expect(wordsForUser({ username: `${longest}x`, userId })).toBe(userId)
})

test('words are the same whatever their case, outer blanks and Unicode form', () => {
  expect(sameWords(' LiWei ', 'liwei')).toBe(true)
  expect(sameWords('Siobha\u0301n', 'Siobh\u00E1n')).toBe(true)
  expect(sameWords('li wei', 'liwei')).toBe(false)
  expect(sameWords('', '')).toBe(false)
})
