import { expect, test } from 'vitest'
import { actDialogWords } from './dialog-words.ts'

const { en, zh } = actDialogWords

test('Whoever has acted on enough people is told on how many, and in which time', () => {
  const usual = { limit: 1_200, windowMinutes: 60 }
  expect(en.allowance(usual)).toBe('Alone, one person may act on 1,200 people within 60 minutes.')
  expect(zh.allowance(usual)).toBe('在 60 分钟内，单人最多可独自操作 1,200 人。')
  const least = { limit: 1, windowMinutes: 1 }
  expect(en.allowance(least)).toBe('Alone, one person may act on 1 person within 1 minute.')
})
