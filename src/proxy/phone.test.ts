import { expect, test } from 'vitest'
import { phoneSpellings, sameNumber } from './phone.ts'

test('a number with its country code is asked for with and without it', () => {
  expect(phoneSpellings('+86 138-0013 4821')).toContain('13800134821')
  expect(phoneSpellings('+86 138-0013 4821')).toContain('+8613800134821')
})

test('a number without country code is asked for as it is', () => {
  expect(phoneSpellings('138 0013 4821')).toEqual(['13800134821'])
})

test('somebody whose number only ends alike is not the one', () => {
  const kept = (phoneCountryCode: string | null, phone: string) => ({ phoneCountryCode, phone })
  expect(sameNumber('+86 13800134821', kept('+86', '13800134821'))).toBe(true)
  expect(sameNumber('+86 13800134821', kept(null, '+8613800134821'))).toBe(true)
  expect(sameNumber('+86 13800134821', kept('+1', '3800134821'))).toBe(false)
  expect(sameNumber('13800134821', kept('+86', '13800134821'))).toBe(true)
})
