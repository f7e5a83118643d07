import { expect, test } from 'vitest'
import { fingerprintWords } from './fingerprint.ts'

test('a fingerprint is compared by its first sixteen digits, in fours', () => {
  expect(fingerprintWords('4f9c21ab7d03e6b8'.repeat(4))).toBe('4f9c 21ab 7d03 e6b8')
})
