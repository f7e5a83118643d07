import { expect, test } from 'vitest'
import { endsAt, freshUntil, nextAskMs, noticeOf, secondsUntil, type Times } from './times.ts'

const askedAt = 1_000_000

function told(idle: number, absolute: number, fresh: number | null = 0): Times {
  return {
    askedAt,
    left: { idleSecondsLeft: idle, secondsLeft: absolute, freshSecondsLeft: fresh },
  }
}

test('A session that just saw somebody says nothing', () => {
  expect(noticeOf(told(900, 28_800))).toBeNull()
  expect(noticeOf(told(61, 28_800))).toBeNull()
})

test('In its last minute without a sign of life it can be kept', () => {
  expect(noticeOf(told(60, 28_800))).toBe('idle')
  expect(noticeOf(told(0, 28_800))).toBe('idle')
})

test('In the last minute of all nothing keeps it', () => {
  expect(noticeOf(told(900, 60))).toBe('absolute')
  expect(noticeOf(told(30, 60))).toBe('absolute')
  expect(noticeOf(told(900, 61))).toBeNull()
})

test('Both ends are counted from when it was asked, not from when the answer came', () => {
  expect(endsAt(told(60, 300))).toEqual({ idle: 1_060_000, absolute: 1_300_000 })
})

test('The seconds that are left are whole, and never less than none', () => {
  expect(secondsUntil(10_000, 0)).toBe(10)
  expect(secondsUntil(10_000, 9_001)).toBe(1)
  expect(secondsUntil(10_000, 10_000)).toBe(0)
  expect(secondsUntil(10_000, 3_600_000)).toBe(0)
})

test('It is asked every fifteen seconds while nothing is near', () => {
  expect(nextAskMs(null, askedAt)).toBe(15_000)
  expect(nextAskMs(told(900, 28_800), askedAt + 14_000)).toBe(15_000)
})

test('It is asked just when a notice would be due', () => {
  expect(nextAskMs(told(70, 28_800), askedAt)).toBe(10_000)
  expect(nextAskMs(told(900, 65), askedAt)).toBe(5_000)
})

test('It is asked just when the session would be over, and soon again if it is not', () => {
  expect(nextAskMs(told(8, 28_800), askedAt)).toBe(8_000)
  expect(nextAskMs(told(900, 8), askedAt)).toBe(8_000)
  expect(nextAskMs(told(8, 28_800), askedAt + 8_000)).toBe(1_000)
})

test('After the machine slept for an hour it is asked at once', () => {
  expect(nextAskMs(told(900, 28_800), askedAt + 3_600_000)).toBe(1_000)
})

test('It is never asked more often than once a second', () => {
  expect(nextAskMs(told(60.2, 28_800), askedAt)).toBe(1_000)
})

test('A fresh sign-in lasts as long as was told; where nothing is told nothing is known', () => {
  expect(freshUntil(told(900, 28_800, 300))).toBe(askedAt + 300_000)
  expect(freshUntil(told(900, 28_800, 0))).toBe(askedAt)
  expect(freshUntil(told(900, 28_800, null))).toBeNull()
})
