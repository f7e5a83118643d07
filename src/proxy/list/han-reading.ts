import { pinyin, polyphonic } from 'pinyin-pro'

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
  柏: ['bai', 'bo'],
  秘: ['bi', 'mi'],
  隽: ['juan', 'jun'],
  黑: ['hei', 'he'],
}

/** Characters of a name that is compared by its readings; a longer one is no name. */
const longest = 12

/**
 * Whether words are how a name in Chinese characters is read: surname first or last, the given name in
 * one word or in several. Where a word ends, a character ends: 方昂 is Fang Ang and not Fan Gang. The
 * surname has only the readings that it has as a surname.
 * @param words in small letters, without marks
 */
export function isReadingOf(words: readonly string[], name: string): boolean {
  const characters = [...name]
  if (words.length === 0 || words.length > characters.length) return false
  if (characters.length > longest) return false
  const readings = readingsOf(name, characters)
  if (words.length === 1) return leads(words, readings)
  // Surnames have one character or two; most of those with two are known by how they are read.
  return [1, 2].some((length) => {
    const family = readings.slice(0, length)
    const given = readings.slice(length)
    return words.some((_, index) => {
      const before = words.slice(0, index)
      const after = words.slice(index)
      return (
        (leads(before, family) && leads(after, given)) ||
        (leads(before, given) && leads(after, family))
      )
    })
  })
}

/** Whether the words, one after the other, are all of these characters. */
function leads(words: readonly string[], readings: readonly Readings[]): boolean {
  let reached = new Set([0])
  for (const word of words) {
    reached = new Set([...reached].flatMap((from) => ends(word, readings, from)))
  }
  return words.length > 0 && reached.has(readings.length)
}

/** How many characters have been read where the word ends, for each way to read them from `from` on. */
function ends(word: string, readings: readonly Readings[], from: number): number[] {
  let places = [0]
  const found: number[] = []
  for (let at = from; at < readings.length && places.length > 0; at += 1) {
    const next = places.flatMap((place) =>
      (readings[at] ?? [])
        .filter((reading) => word.startsWith(reading, place))
        .map((reading) => place + reading.length),
    )
    if (next.includes(word.length)) found.push(at + 1)
    places = [...new Set(next)]
  }
  return found
}

function readingsOf(name: string, characters: readonly string[]): Readings[] {
  const options = { toneType: 'none', type: 'array' } as const
  const surnameOf = (text: string) =>
    pinyin(text, { ...options, mode: 'surname', surname: 'head' })[0] ?? text
  const [first = ''] = characters
  const asSurname = readTwoWays[first] ?? [surnameOf(first), surnameOf(name)]
  return polyphonic(name, options).map((all, index) =>
    (index === 0 ? asSurname : all).filter((reading) => reading !== '').flatMap(typed),
  )
}

/** ü has no key: people type u, v or, in passports, yu. */
function typed(reading: string): Readings {
  if (!reading.includes('ü')) return [reading]
  return ['u', 'v', 'yu'].map((letter) => reading.replace('ü', letter))
}
