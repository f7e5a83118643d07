import { pinyin, polyphonic } from 'pinyin-pro'
import type { Spellings } from './latin.ts'

/** What a character may be read as, without tones; never empty. */
type Readings = readonly string[]

/** Surnames that families read in more than one way. */
const readTwoWays: Record<string, Readings> = {
  乐: ['le', 'yue'],
  覃: ['qin', 'tan'],
  盖: ['gai', 'ge'],
  翟: ['zhai', 'di'],
  郗: ['xi', 'chi'],
  谌: ['chen', 'shen'],
  缪: ['miao', 'mu'],
  牟: ['mou', 'mu'],
  隗: ['wei', 'kui'],
  召: ['shao', 'zhao'],
  员: ['yun', 'yuan'],
  朴: ['piao', 'pu'],
  尉: ['wei', 'yu'],
  折: ['she', 'zhe'],
  祭: ['zhai', 'ji'],
  种: ['chong', 'zhong'],
  贾: ['jia'],
}

/** Characters of a name that is compared by its readings; a longer one is no name. */
const longest = 12

/**
 * Whether words are how a name in Chinese characters is read: surname first or last, the given name in
 * one word or in several. Where a word ends, a character ends: 方昂 is Fang Ang and not Fan Gang. The
 * surname has the reading that it has as a surname.
 * @param words in small letters, without marks
 */
export function isReadingOf(words: readonly Spellings[], name: string): boolean {
  const characters = [...name]
  if (words.length === 0 || characters.length > longest || words.length > characters.length) {
    return false
  }
  const readings = readingsOf(name, characters)
  if (words.length === 1) return leads(words, readings)
  return [1, 2].some((surname) => {
    const [family, given] = [readings.slice(0, surname), readings.slice(surname)]
    if (given.length === 0) return false
    return words.some((_, index) => {
      if (index === 0) return false
      const [before, after] = [words.slice(0, index), words.slice(index)]
      return (
        (leads(before, family) && leads(after, given)) ||
        (leads(before, given) && leads(after, family))
      )
    })
  })
}

/** Whether the words, one after the other, are all of these characters. */
function leads(words: readonly Spellings[], readings: readonly Readings[]): boolean {
  let reached = new Set([0])
  for (const word of words) {
    reached = new Set([...reached].flatMap((from) => word.flatMap((w) => ends(w, readings, from))))
  }
  return reached.has(readings.length)
}

/** How many characters are read when the word ends, for each way to read them from `from` on. */
function ends(word: string, readings: readonly Readings[], from: number): number[] {
  let places = new Set([0])
  const found: number[] = []
  for (let at = from; at < readings.length && places.size > 0; at += 1) {
    const next = new Set<number>()
    for (const place of places) {
      for (const reading of readings[at] ?? []) {
        if (word.startsWith(reading, place)) next.add(place + reading.length)
      }
    }
    if (next.has(word.length)) found.push(at + 1)
    places = next
  }
  return found
}

function readingsOf(name: string, characters: readonly string[]): Readings[] {
  const options = { toneType: 'none', type: 'array' } as const
  const asSurname = pinyin(name, { ...options, mode: 'surname', surname: 'head' })
  const plain = pinyin(name, { ...options, mode: 'normal' })
  return polyphonic(name, options).map((all, index) => {
    const known = index === 0 ? readTwoWays[characters[0] ?? ''] : undefined
    const reading = asSurname[index] ?? ''
    const isSurname = index < 2 && reading !== plain[index]
    return (known ?? (isSurname ? [reading] : all)).flatMap(typed)
  })
}

/** ü has no key: people type u, v or, in passports, yu. */
function typed(reading: string): Readings {
  if (!reading.includes('ü')) return [reading]
  return ['u', 'v', 'yu'].map((letter) => reading.replace('ü', letter))
}
