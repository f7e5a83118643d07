import { fold } from '#contract/detect.ts'
import { unseen } from '#contract/unseen.ts'
import { isReadingOf } from './han-reading.ts'
import { spellings, withoutWords, wordsAgree } from './latin.ts'

/** A name that can be compared: its Chinese characters, its other words as they may be spelled, all of it. */
type Name = { han: string; words: readonly string[][]; whole: string }

/** Characters of a name that is taken apart; a longer one agrees only with itself. */
const longest = 200

const invisible = new RegExp(String.raw`[${unseen}\p{Variation_Selector}]`, 'gu')
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029\u00A0]/g
const han = /\p{Script=Han}/gu
/** What tells namesakes apart: a number, one letter (王芳A), a Roman numeral up to 39 (王芳 II). */
const countsPeople = /\p{N}|^\p{L}$|^x{0,3}(?:ix|iv|v?i{0,3})$/u
const apostrophes = /['’‘ʼ`´]/g

/**
 * Whether the name on a list can be the name of an account: one of its names has the same words in any
 * order, whatever their case, width and marks, or reads as Chinese characters are read. Two names in
 * Chinese characters agree only when the characters do, however they are read; where the account has
 * such a name, only that counts for one on the list. A list without a name agrees with everybody.
 */
export function namesAgree(given: string, accountNames: readonly (string | null)[]): boolean {
  const name = taken(given)
  if (name.whole === '') return true
  const names = accountNames.map((each) => taken(each ?? '')).filter(({ whole }) => whole !== '')
  const written = name.han === '' ? [] : names.filter((each) => each.han !== '')
  return (written.length > 0 ? written : names).some((each) => agree(name, each))
}

function agree(one: Name, other: Name): boolean {
  if (one.whole === other.whole) return true
  if (one.han !== '' && other.han !== '') return one.han === other.han && extrasAgree(one, other)
  if (one.han !== '') return other.words.some((words) => readsAs(words, one))
  if (other.han !== '') return one.words.some((words) => readsAs(words, other))
  return sameWords(one, other)
}

function sameWords(one: Name, other: Name): boolean {
  return one.words.some((words) =>
    other.words.some((others) => words.length > 0 && wordsAgree(words, others)),
  )
}

/** Beside the same characters one name may have another: *王芳 (Fiona)*. *王芳2* and *王芳A* are namesakes. */
function extrasAgree(one: Name, other: Name): boolean {
  const [[words = []], [others = []]] = [one.words, other.words]
  if (words.length > 0 && others.length > 0) return sameWords(one, other)
  return [...words, ...others].every((word) => !countsPeople.test(word))
}

/** *David Wang* reads as David 王: the same words, and the rest is how the characters are read. */
function readsAs(words: readonly string[], { han, words: spelled }: Name): boolean {
  return spelled.some((others) => {
    const left = withoutWords(words, others)
    return left !== null && isReadingOf(left, han)
  })
}

function taken(name: string): Name {
  const seen = name.normalize('NFKC').replace(breaks, ' ').replace(invisible, '')
  const whole = fold(seen).toLowerCase().replace(/ +/g, ' ')
  if (whole.length > longest) return { han: '', words: [[]], whole }
  const characters = whole.match(han)?.join('') ?? ''
  const words = spellings(
    whole
      .replace(han, ' ')
      .replace(apostrophes, '')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== ''),
  )
  // *王芳 Wang Fang* says the same thing twice.
  const saysItTwice = words.some((each) => isReadingOf(each, characters))
  return { han: characters, words: saysItTwice ? [[]] : words, whole }
}
