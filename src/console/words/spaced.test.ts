import { expect, test } from 'vitest'
import { spaced } from './spaced.ts'

test('A Latin word or a figure stands apart from the Chinese around it, and from nothing else', () => {
  expect(spaced('与Active Directory同步中')).toBe('与 Active Directory 同步中')
  expect(spaced('与飞书和Moka同步中')).toBe('与飞书和 Moka 同步中')
  expect(spaced('与飞书、Moka和“OAuth 2.0”同步中')).toBe('与飞书、Moka 和“OAuth 2.0”同步中')
  expect(spaced('与飞书同步中')).toBe('与飞书同步中')
})
